import { nextStep, type Outbox, type Step } from '../../src-main/domain/next-step.ts';
import { at } from './values.ts';

/** What the sender does next at ten o'clock, with nothing to do but what the test names. */
export function plan(outbox: Partial<Outbox>): Step {
  return nextStep({
    now: at('10:00'),
    hold: undefined,
    readsHeldUntil: undefined,
    changesHeldUntil: undefined,
    graceMs: 10_000,
    unknown: [],
    changed: [],
    queued: [],
    suspects: 0,
    changeSuspects: 0,
    lookedUp: undefined,
    sendsFirst: false,
    ...outbox,
  });
}
