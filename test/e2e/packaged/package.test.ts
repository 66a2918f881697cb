import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagedApp, type PackagedApp } from '../../support/electron/packaged-app.ts';

let app: PackagedApp;
beforeAll(async () => {
  app = await packagedApp();
}, 120_000);

describe('a packaged Stint', () => {
  it.each([
    ['runs no script of its caller as Node.js', FuseV1Options.RunAsNode, false],
    ['takes no options of Node.js', FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    ['lets nobody inspect its main process', FuseV1Options.EnableNodeCliInspectArguments, false],
    ['opens no keyring for cookies', FuseV1Options.EnableCookieEncryption, false],
    ['checks its archive', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
    ['loads nothing but its archive', FuseV1Options.OnlyLoadAppFromAsar, true],
    ['gives file pages no privileges', FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  ])('%s', async (_what, fuse, on) => {
    const wire = await getCurrentFuseWire(app.executable);
    expect(wire[fuse]).toBe(on ? FuseState.ENABLE : FuseState.DISABLE);
  });

  it('brings its licence', () => {
    const licence = readFileSync(join(app.resources, 'LICENSE.txt'), 'utf8');
    expect(licence).toContain('MIT License');
    expect(licence).toContain('The Stint founders');
  });

  it.each([
    'zod',
    'svelte',
    'date-fns',
    '@date-fns/tz',
    'electron-log',
    '@jellybrick/dbus-next',
    'lucide',
    '@fontsource-variable/inter',
    '@github/keytar',
    '@photostructure/sqlite',
  ])('brings the licence of %s, which is in it', (name) => {
    const notices = readFileSync(join(app.resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const [, notice = ''] = notices.split(`\n${name} `);
    expect(notice.split('-'.repeat(80))[0]).toMatch(/Licence: (MIT|ISC|OFL-1.1)\n[^]*copyright/i);
  });

  it('holds no server that only tests run', () => {
    const files = listPackage(join(app.resources, 'app.asar'), { isPack: false });
    expect(files.filter((file) => file.includes('demo-server'))).toEqual([]);
    expect(files).toContain('/out/main/main.cjs');
  });
});
