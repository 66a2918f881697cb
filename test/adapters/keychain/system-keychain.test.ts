import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBusConfig } from '../../support/desktop-session/daemons.ts';

const SESSION = fileURLToPath(new URL('./keyring-session.ts', import.meta.url));

const found = { state: 'found', credential: { kind: 'key', key: 'toggl_sk_1' } };

describe.runIf(process.platform === 'linux')(
  'the keyring of a Linux desktop',
  () => {
    let home: string;
    let config: string;

    beforeEach(async () => {
      home = await mkdtemp(join(tmpdir(), 'stint-keyring-'));
      await mkdir(join(home, 'run'), { mode: 0o700 });
      config = await writeBusConfig(home);
    });
    afterEach(() => rm(home, { recursive: true, force: true }));

    async function session(keyring: 'unlocked' | 'locked' | 'none', ...steps: readonly string[]) {
      const run = ['--', process.execPath, '--import', 'tsx', SESSION, keyring, ...steps];
      const { PATH, ELECTRON_RUN_AS_NODE } = process.env;
      const env = {
        PATH,
        ELECTRON_RUN_AS_NODE,
        HOME: home,
        XDG_DATA_HOME: home,
        XDG_RUNTIME_DIR: join(home, 'run'),
      };
      const { stdout } = await promisify(execFile)('dbus-run-session', [config, ...run], { env });
      return JSON.parse(stdout) as unknown;
    }

    it('keeps, finds and removes the secret', async () => {
      expect(
        await session('unlocked', 'read', 'toggl_sk_0', 'toggl_sk_1', 'read', 'remove', 'read'),
      ).toEqual([{ state: 'absent' }, 'kept', 'kept', found, 'kept', { state: 'absent' }]);
    });

    it('is locked, not empty, until it is opened, and holds what it held', async () => {
      expect(await session('unlocked', 'toggl_sk_1')).toEqual(['kept']);
      expect(await session('locked', 'read', 'toggl_sk_2', 'remove')).toEqual([
        { state: 'locked' },
        'locked',
        'locked',
      ]);
      expect(await session('unlocked', 'read')).toEqual([found]);
    });

    it('is unavailable where no service answers', async () => {
      expect(await session('none', 'read', 'toggl_sk_1', 'remove')).toEqual([
        { state: 'unavailable' },
        'unavailable',
        'unavailable',
      ]);
    });
  },
  60_000,
);
