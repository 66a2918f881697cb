import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Command, EntryView, Snapshot } from '#contract';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import { createStint } from '../../../src-main/app/create-stint.ts';
import type { Presence } from '../../../src-main/app/ports/away/presence.ts';
import type { ConnectFocus } from '../../../src-main/app/ports/focus-api.ts';
import type {
  Demo,
  Keychain,
  SecretRead,
  SecretWrite,
  Store,
  TextFile,
} from '../../../src-main/app/ports/ports.ts';
import type { Stint } from '../../../src-main/app/stint.ts';
import type { SystemLocales } from '../../../src-main/domain/locale/locales-from-environment.ts';
import { DELIVERY_POLICY } from '../../../src-main/domain/sync/delivery-policy.ts';
import { createFakeFocus, type FakeFocus } from '../server/fake-focus.ts';
import { createFakeTime, settle, type FakeTime } from './fake-time.ts';
import { MORNING } from '../values.ts';

export type FakeKeychain = Keychain & {
  secret: SecretRead;
  onWrite: SecretWrite;
  onRemove: SecretWrite;
  /** From now on a write waits, as at a prompt, until the returned function is called. */
  holdWrites(): () => void;
};

/** What becomes of a text that the person wants to keep. */
export type FakeFiles = {
  onSave: 'written' | 'cancelled' | 'disk full';
  readonly suggestedNames: string[];
  /** By name. */
  readonly written: Map<string, string>;
};

export type Core = {
  readonly files: FakeFiles;
  readonly time: FakeTime;
  readonly focus: FakeFocus;
  readonly keychain: FakeKeychain;
  stint: Stint;
  store: Store;
  snapshot(): Snapshot;
  entries(): readonly EntryView[];
  /** States of today's entries, newest first. */
  states(): string[];
  command(command: Command): Promise<Awaited<ReturnType<Stint['command']>>>;
  connect(): Promise<void>;
  /** The process dies and a new one starts on the same file, nothing being told to the old one. */
  restart(): Promise<void>;
};

const CONNECT = {
  type: 'account/connect',
  credential: { kind: 'key', key: 'toggl_sk_test' },
  place: { kind: 'ids', organizationId: 1, workspaceId: 2 },
} as const;

/** Another Toggl Focus than the one in memory: the real client and where it goes. */
export type CoreOptions = {
  readonly connectFocus?: ConnectFocus;
  readonly baseUrl?: string;
  readonly otherHost?: string;
  readonly slipMs?: number;
  readonly systemLocales?: SystemLocales;
  /** Nobody is watched without it. */
  readonly presence?: Presence;
};

/**
 * The whole core over a real SQLite file, with time and Toggl Focus under the test's hand. The file
 * goes when the test is over; a `folder` that is given is the caller's to remove.
 */
export function createCore(options?: CoreOptions, givenFolder?: string): Core {
  const folder = givenFolder ?? mkdtempSync(join(tmpdir(), 'stint-core-'));
  const file = join(folder, 'stint.sqlite');
  const time = createFakeTime(MORNING);
  const focus = createFakeFocus();
  const keychain = createFakeKeychain();
  const files: FakeFiles = { onSave: 'written', suggestedNames: [], written: new Map() };
  let lastId = 0;
  let alive = { value: true };

  function open(): Pick<Core, 'stint' | 'store'> {
    const mine = { value: true };
    alive = mine;
    const store = createStore(file);
    const stint = createStint({
      store,
      notice: () => store.notice,
      clock: time,
      // A dead process runs no timers.
      timers: {
        after: (ms, run) => time.after(ms, () => mine.value && run()),
        nextTurn: () => time.nextTurn(),
      },
      random: () => 0.5,
      ids: { next: () => `id-${(lastId += 1)}` },
      log: () => undefined,
      keychain,
      demo: noDemo,
      connectFocus: options?.connectFocus ?? (() => focus.api),
      baseUrl: options?.baseUrl ?? 'http://focus.test/api',
      otherHost: options?.otherHost,
      policy: DELIVERY_POLICY,
      // What a test asks for is meant, however soon; test/app/timer has the slips.
      slipMs: options?.slipMs ?? 0,
      presence: options?.presence,
      systemLocales: () => options?.systemLocales ?? { dates: 'en-GB', numbers: 'en-GB' },
      saveText: (name) => Promise.resolve(saveTo(files, name)),
    });
    return { store, stint };
  }

  const core: Core = {
    files,
    time,
    focus,
    keychain,
    ...open(),
    snapshot: () => core.stint.snapshot(),
    entries: () => core.snapshot().today.entries,
    states: () => core.entries().map((entry) => entry.delivery.state),
    async command(command) {
      const result = await core.stint.command(command as Parameters<Stint['command']>[0]);
      await settle();
      return result;
    },
    async connect() {
      const result = await core.command(CONNECT);
      if (!result.ok) throw new Error(`not connected: ${result.error.kind}`);
      focus.requests.length = 0;
    },
    async restart() {
      alive.value = false;
      core.store.close();
      Object.assign(core, open());
      await settle();
    },
  };
  onTestFinished(() => {
    alive.value = false;
    core.store.close();
    if (givenFolder === undefined) rmSync(folder, { recursive: true });
  });
  return core;
}

function saveTo(files: FakeFiles, name: string): TextFile | undefined {
  files.suggestedNames.push(name);
  if (files.onSave === 'cancelled') return undefined;
  return {
    file: `/chosen/${name}`,
    write(texts) {
      if (files.onSave === 'disk full') throw new Error('ENOSPC: no space left on device');
      files.written.set(name, [...texts].join(''));
    },
  };
}

function createFakeKeychain(): FakeKeychain {
  const keychain: FakeKeychain = {
    secret: { state: 'absent' },
    onWrite: 'kept',
    onRemove: 'kept',
    read: () => Promise.resolve(keychain.secret),
    holdWrites() {
      const write = keychain.write.bind(keychain);
      let answer: () => void = () => undefined;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      keychain.write = (credential) => answered.then(() => write(credential));
      return answer;
    },
    write(credential) {
      if (keychain.onWrite === 'kept') keychain.secret = { state: 'found', credential };
      return Promise.resolve(keychain.onWrite);
    },
    remove() {
      if (keychain.onRemove === 'kept') keychain.secret = { state: 'absent' };
      return Promise.resolve(keychain.onRemove);
    },
  };
  return keychain;
}

const noDemo: Demo = {
  start: () => Promise.reject(new Error('no demo here')),
  stop: () => Promise.resolve(),
};
