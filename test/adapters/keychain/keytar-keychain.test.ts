import { describe, expect, it } from 'vitest';
import { createKeychain } from '../../../src-main/adapters/keychain/keytar-keychain.ts';
import type { Keytar } from '../../../src-main/adapters/keychain/load-keytar.ts';
import { createFakeTime, settle } from '../../support/core/fake-time.ts';

const credential = { kind: 'key', key: 'toggl_sk_new' } as const;
const never = () => new Promise<never>(() => undefined);
const failing = (message: string) => () => Promise.reject(new Error(message));

type Setup = {
  readonly change?: Partial<Keytar>;
  readonly held?: string;
  readonly shut?: boolean;
  readonly otherHost?: string;
};

/** A keychain that behaves, but for what the test changes. */
function open({ change = {}, held, shut = false, otherHost }: Setup) {
  let text = held ?? null;
  const calls: string[] = [];
  const keytar: Keytar = {
    getPassword: () => Promise.resolve(text),
    setPassword: (_service, _account, secret) => {
      calls.push(`set ${secret}`);
      text = secret;
      return Promise.resolve();
    },
    deletePassword: () => {
      calls.push('delete');
      text = null;
      return Promise.resolve(true);
    },
    ...change,
  };
  const timers = createFakeTime(0);
  const load = () => Promise.resolve(keytar);
  const askIfShut = () => Promise.resolve(shut);
  const keychain = createKeychain({ load, askIfShut, timers, otherHost, limitMs: 1000 });
  return { keychain, timers, calls, held: () => text };
}

describe('a failed read', () => {
  const refusals: readonly [string, Setup, 'locked' | 'unavailable'][] = [
    ['a refused prompt, which libsecret tells as nothing', { shut: true }, 'locked'],
    [
      'macOS without a person',
      { change: { getPassword: failing('User interaction is not allowed.') } },
      'locked',
    ],
    [
      'macOS and Cancel',
      { change: { getPassword: failing('User canceled the operation.') } },
      'locked',
    ],
    [
      'no D-Bus',
      { change: { getPassword: failing('Could not connect: No such file') } },
      'unavailable',
    ],
    [
      'no service',
      {
        change: {
          getPassword: failing(
            'The name org.freedesktop.secrets was not provided by any .service files',
          ),
        },
      },
      'unavailable',
    ],
  ];

  it.each(refusals)(
    '%s reads as it is, and nothing is written or deleted',
    async (_how, setup, state) => {
      const { keychain, calls } = open(setup);
      expect(await keychain.read()).toEqual({ state });
      expect(await keychain.write(credential)).toBe(state);
      expect(await keychain.remove()).toBe(state);
      expect(calls).toEqual([]);
    },
  );

  it('reads as unavailable where keytar cannot be loaded, and tries again later', async () => {
    let attempts = 0;
    const keychain = createKeychain({
      load: () => {
        attempts += 1;
        return Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file'));
      },
      askIfShut: () => Promise.resolve(false),
      timers: createFakeTime(0),
    });
    expect(await keychain.read()).toEqual({ state: 'unavailable' });
    expect(await keychain.write(credential)).toBe('unavailable');
    expect(attempts).toBe(2);
  });
});

describe('a write', () => {
  it('is kept when it reads back', async () => {
    const { keychain, held } = open({ held: 'toggl_sk_old' });
    expect(await keychain.write(credential)).toBe('kept');
    expect(held()).toBe('toggl_sk_new');
  });

  it('is not kept by a locked collection', async () => {
    const message = 'Cannot create an item in a locked collection';
    const { keychain } = open({ change: { setPassword: failing(message) } });
    expect(await keychain.write(credential)).toBe('locked');
  });

  it('puts back what was there when it does not read back', async () => {
    let text = 'toggl_sk_old';
    const setPassword = (_service: string, _account: string, secret: string) => {
      text = secret === 'toggl_sk_new' ? 'garbled' : secret;
      return Promise.resolve();
    };
    const { keychain } = open({
      change: { setPassword, getPassword: () => Promise.resolve(text) },
    });
    expect(await keychain.write(credential)).toBe('unavailable');
    expect(text).toBe('toggl_sk_old');
  });

  it('takes away what did not read back where nothing was before', async () => {
    let reads = 0;
    const getPassword = () => Promise.resolve(++reads === 1 ? null : 'garbled');
    const { keychain, calls } = open({ change: { getPassword } });
    expect(await keychain.write(credential)).toBe('unavailable');
    expect(calls).toEqual(['set toggl_sk_new', 'delete']);
  });
});

it('keeps the secret of each host under a name of its own, and that of Toggl under the one it always had', async () => {
  const named: string[] = [];
  const getPassword = (_service: string, account: string) => {
    named.push(account);
    return Promise.resolve(null);
  };
  await open({ change: { getPassword } }).keychain.read();
  await open({ change: { getPassword }, otherHost: 'other.example:8443' }).keychain.read();
  expect(named).toEqual(['Toggl Focus', 'other.example:8443']);
});

describe('a removal', () => {
  it('takes the entry away, and one of nothing is done already', async () => {
    const { keychain, calls } = open({ held: 'toggl_sk_old' });
    expect(await keychain.remove()).toBe('kept');
    expect(await keychain.read()).toEqual({ state: 'absent' });
    expect(await keychain.remove()).toBe('kept');
    expect(calls).toEqual(['delete']);
  });

  it('is not done while the entry is still there', async () => {
    const { keychain } = open({
      held: 'toggl_sk_old',
      change: { deletePassword: () => Promise.resolve(false) },
    });
    expect(await keychain.remove()).toBe('unavailable');
  });
});

describe('a call that hangs at an unlock prompt', () => {
  it('counts as locked after the limit', async () => {
    const { keychain, timers } = open({ change: { getPassword: never } });
    const read = keychain.read();
    await timers.pass(1000);
    expect(await read).toEqual({ state: 'locked' });
  });

  it('holds up those behind it, which give up in their turn and then never run', async () => {
    let answer: (text: string | null) => void = () => undefined;
    const getPassword = () => new Promise<string | null>((resolve) => (answer = resolve));
    const { keychain, timers, calls } = open({ change: { getPassword } });
    const results = Promise.all([keychain.read(), keychain.write(credential), keychain.remove()]);
    await timers.pass(1000);
    expect(await results).toEqual([{ state: 'locked' }, 'locked', 'locked']);
    answer(null);
    await settle();
    expect(calls).toEqual([]);
  });

  it('does not write once it was given up, even if the prompt is answered later', async () => {
    let answer: (text: string | null) => void = () => undefined;
    const getPassword = () => new Promise<string | null>((resolve) => (answer = resolve));
    const { keychain, timers, calls } = open({ change: { getPassword } });
    const written = keychain.write(credential);
    await timers.pass(1000);
    expect(await written).toBe('locked');
    answer(null);
    await settle();
    expect(calls).toEqual([]);
  });

  it('leaves no timer behind when it answers in time', async () => {
    const { keychain, timers } = open({ held: 'toggl_sk_old' });
    expect(await keychain.read()).toEqual({
      state: 'found',
      credential: { kind: 'key', key: 'toggl_sk_old' },
    });
    expect(timers.pending()).toBe(0);
  });
});

it('reads an entry that Stint did not write as absent, and leaves it there', async () => {
  const { keychain, held } = open({ held: 'two words' });
  expect(await keychain.read()).toEqual({ state: 'absent' });
  expect(held()).toBe('two words');
});
