import { expect, it } from 'vitest';
import { createTimerPresses } from '../../../src-main/app/entries/start-stop-presses.ts';
import type { AccountId } from '../../../src-main/app/ports/ports.ts';
import { session } from '../../support/values.ts';

const MINE = 'focus:1/2' as AccountId;
const OTHER = 'focus:1/3' as AccountId;

it('takes no press for a slip because of one on another account', () => {
  const presses = createTimerPresses({
    store: { session: () => session() },
    clock: { monotonic: () => 5000 },
  });
  const carriedOut: AccountId[] = [];
  for (const account of [MINE, OTHER, OTHER]) {
    presses.take(account, { kind: 'stop' }, () => {
      carriedOut.push(account);
      return { ok: true, value: undefined };
    });
  }
  expect(carriedOut).toEqual([MINE, OTHER]);
});
