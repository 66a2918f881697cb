import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Stint } from '../../../src-main/app/stint.ts';
import { chooseStartAtLogin } from '../../../src-main/desktop/login/choose-start-at-login.ts';
import {
  autostartFile,
  createXdgAutostart,
} from '../../../src-main/desktop/login/xdg-autostart.ts';
import { removeFolder } from '../../support/desktop-session/remove-folder.ts';

function setUp(program = '/opt/stint') {
  const home = mkdtempSync(join(tmpdir(), 'stint-login-'));
  onTestFinished(() => removeFolder(home));
  const file = autostartFile({}, home);
  const told: unknown[] = [];
  const stint: Pick<Stint, 'system'> = { system: (changed) => void told.push(changed) };
  const begin = (by = program) =>
    chooseStartAtLogin(createXdgAutostart(file, { program: by, args: ['--hidden'] }), {
      stint,
      log: () => undefined,
    });
  return { home, file, told, begin };
}

it('lies where the desktop looks for it', () => {
  expect(autostartFile({}, '/home/eva')).toBe('/home/eva/.config/autostart/stint.desktop');
  expect(autostartFile({ XDG_CONFIG_HOME: '/etc/eva' }, '/home/eva')).toBe(
    '/etc/eva/autostart/stint.desktop',
  );
  expect(autostartFile({ XDG_CONFIG_HOME: 'eva' }, '/home/eva')).toBe(
    '/home/eva/.config/autostart/stint.desktop',
  );
});

it('is off at first, and on and off as a person chooses', () => {
  const { file, told, begin } = setUp();
  const choose = begin();
  expect(existsSync(file)).toBe(false);

  expect(choose(true)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/stint" "--hidden"');
  expect(choose(false)).toEqual({ ok: true, value: undefined });
  expect(existsSync(file)).toBe(false);
  expect(told).toEqual([false, true, false].map((startsWithSystem) => ({ startsWithSystem })));
});

it('follows a program that has moved', () => {
  const { file, begin } = setUp('/opt/old');
  begin()(true);
  begin('/opt/new');
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/new" "--hidden"');
});

it('stays off where a person switched it off elsewhere', () => {
  const { file, told, begin } = setUp();
  begin()(true);
  const off = readFileSync(file, 'utf8').replace('enabled=true', 'enabled=false');
  writeFileSync(file, off);
  begin('/opt/new');
  expect(readFileSync(file, 'utf8')).toBe(off);
  expect(told.at(-1)).toEqual({ startsWithSystem: false });
});

it('says what stands in the way, and that it is as it was', () => {
  const { home, told, begin } = setUp();
  writeFileSync(join(home, '.config'), 'not a folder');
  expect(begin()(true)).toMatchObject({
    ok: false,
    error: { kind: 'file-failed', detail: expect.stringContaining('ENOTDIR') as string },
  });
  expect(told.at(-1)).toEqual({ startsWithSystem: false });
});
