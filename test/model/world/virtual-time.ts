import { createFakeTime, type FakeTime, turn } from '../../support/core/fake-time.ts';

export type VirtualTime = Omit<FakeTime, 'setWall'> & {
  /** Sets the wall clock without letting time pass. */
  jump(ms: number): void;
  /** Lets everything that needs no time run to its end, long work in turns included. */
  settled(): Promise<void>;
  readonly jumps: number;
};

/**
 * The fake time of the other tests, made for millions of steps: nothing here does real input or output, so
 * that one turn of the event loop settles all promises but those of long work.
 */
export function createVirtualTime(startAt: number): VirtualTime {
  let jumps = 0;
  let turning = 0;

  async function settled(): Promise<void> {
    do await turn();
    while (turning > 0);
  }

  const { setWall, ...time } = createFakeTime(startAt, settled);
  return {
    ...time,
    async nextTurn() {
      turning += 1;
      await turn();
      turning -= 1;
    },
    jump(ms) {
      jumps += 1;
      setWall(time.now() + ms);
    },
    settled,
    get jumps() {
      return jumps;
    },
  };
}
