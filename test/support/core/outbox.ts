import { nextStep, type Outbox, type Step } from '../../../src-main/domain/sync/next-request.ts';
import { NO_SUSPICION } from '../../../src-main/domain/sync/find-refused-entry.ts';
import { at } from '../values.ts';

/** What the sender does next at ten o'clock, with nothing to do but what the test names. */
export function plan(outbox: Partial<Outbox>): Step {
  return nextStep({
    now: at('10:00'),
    pause: undefined,
    readsPausedUntil: undefined,
    changesHeldUntil: undefined,
    graceMs: 10_000,
    unknown: [],
    changed: [],
    queued: [],
    looks: [],
    lookLagMs: 0,
    lookUpsPausedUntil: undefined,
    suspicion: NO_SUSPICION,
    changeSuspects: 0,
    lookedUp: undefined,
    sendsFirst: false,
    ...outbox,
  });
}
