import { lengthOfMessage } from './message.ts';

/** Nobody has to say that much to Stint: what is longer is passed over, and not kept meanwhile. */
const LONGEST = 2 ** 20;

export type Cut = {
  add(bytes: Buffer): void;
  /** The bytes of the next message that is all there; `lost` where nobody knows where one begins. */
  next(): Buffer | 'lost' | undefined;
};

/** Cuts what comes into messages. */
export function createCut(): Cut {
  let held: Buffer = Buffer.alloc(0);
  /** So many bytes to come belong to a message that is passed over. */
  let passOver = 0;

  function drop(length: number): Buffer {
    const dropped = held.subarray(0, length);
    held = held.subarray(length);
    return dropped;
  }

  return {
    add(bytes) {
      const over = Math.min(passOver, bytes.length);
      passOver -= over;
      held = Buffer.concat([held, bytes.subarray(over)]);
    },
    next() {
      for (;;) {
        const length = lengthOfMessage(held);
        // One that says it is longer than any may be.
        if (length === 'too long') return 'lost';
        if (length === undefined) return undefined;
        if (length <= LONGEST) return held.length < length ? undefined : drop(length);
        passOver = length - drop(length).length;
      }
    },
  };
}
