import { describe, expect, it } from 'vitest';
import { quitCleanly } from '../../src-main/desktop/quit-cleanly.ts';
import { createFakeTime, settle } from '../support/core/fake-time.ts';

function setUp(dispose: () => Promise<void>) {
  const time = createFakeTime(0);
  let listener: (event: { preventDefault(): void }) => void = () => undefined;
  let gone = 0;
  /** As Electron does it: ask, and go unless somebody objects. */
  function quit(): void {
    const objections: unknown[] = [];
    listener({ preventDefault: () => objections.push(true) });
    if (objections.length === 0) gone += 1;
  }
  quitCleanly({ on: (_event, given) => (listener = given), quit }, time, dispose);
  return { time, quit, gone: () => gone };
}

describe('quitting', () => {
  it('waits until the core has closed its database', async () => {
    let close: () => void = () => undefined;
    const { quit, gone } = setUp(() => new Promise<void>((resolve) => (close = resolve)));
    quit();
    await settle();
    expect(gone()).toBe(0);

    close();
    await settle();
    expect(gone()).toBe(1);
  });

  it('closes once, however often it is asked', async () => {
    let closed = 0;
    const { quit, gone } = setUp(() => {
      closed += 1;
      return Promise.resolve();
    });
    quit();
    quit();
    await settle();

    expect([closed, gone()]).toEqual([1, 1]);
  });

  it('goes when closing fails', async () => {
    const { quit, gone } = setUp(() => Promise.reject(new Error('disk')));
    quit();
    await settle();

    expect(gone()).toBe(1);
  });

  it('goes after three seconds when closing never ends', async () => {
    const { quit, time, gone } = setUp(() => new Promise<void>(() => undefined));
    quit();
    await time.pass(2999);
    expect(gone()).toBe(0);
    await time.pass(1);

    expect(gone()).toBe(1);
  });
});
