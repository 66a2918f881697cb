import { expect, it } from 'vitest';
import type { Entry } from '../../src-main/domain/entry.ts';
import { nextStep } from '../../src-main/domain/next-step.ts';
import type { TimedHold } from '../../src-main/domain/verdict.ts';
import { at, entry } from '../support/values.ts';

const queued = entry('q', { state: 'queued' });
const fresh = entry('f', { state: 'unknown', sinceAt: at('09:59:55') });
const ripe = entry('r', { state: 'unknown', sinceAt: at('09:59:30') });

function plan(state: {
  readonly queued?: Entry;
  readonly unknown?: readonly Entry[];
  readonly hold?: TimedHold;
}): ReturnType<typeof nextStep> {
  return nextStep({
    now: at('10:00'),
    graceMs: 10_000,
    hold: state.hold,
    unknown: state.unknown ?? [],
    queued: state.queued,
  });
}

it('does nothing when nothing waits', () => {
  expect(plan({})).toEqual({ do: 'nothing' });
});

it('sends what is queued', () => {
  expect(plan({ queued })).toEqual({ do: 'send', entry: queued });
});

it('looks up what is unknown before it sends anything', () => {
  expect(plan({ queued, unknown: [ripe] })).toEqual({ do: 'look-up', entries: [ripe] });
});

it('leaves an unknown entry its grace period, and sends others meanwhile', () => {
  expect(plan({ queued, unknown: [fresh] })).toEqual({ do: 'send', entry: queued });
  expect(plan({ unknown: [fresh] })).toEqual({ do: 'wait', untilAt: at('10:00:05') });
});

it('looks up all that are ripe in one go and none that is not', () => {
  expect(plan({ unknown: [ripe, fresh] })).toEqual({ do: 'look-up', entries: [ripe] });
});

it('waits as long as it is held back', () => {
  const hold = { reason: 'offline', untilAt: at('10:02') } as const;
  expect(plan({ queued, unknown: [ripe], hold })).toEqual({ do: 'wait', untilAt: at('10:02') });
  expect(plan({ queued, hold: { ...hold, untilAt: at('09:58') } })).toMatchObject({ do: 'send' });
});

it('waits without a timer where only a person can end the hold', () => {
  const hold = { reason: 'key', untilAt: undefined } as const;
  expect(plan({ queued, hold })).toEqual({ do: 'nothing' });
});
