import type { Instant, Span } from '#contract';
import type { Entry, Values } from '../../../src-main/domain/entry.ts';
import type { Surroundings, EditDecision } from '../../../src-main/domain/edit/edit-and-refusal.ts';
import {
  isShown,
  occupiedSpanOf,
  runningSpan,
  type OccupiedSpan,
} from '../../../src-main/domain/day/occupied-span.ts';
import { endOf } from '../../../src-main/domain/timer/session.ts';
import { at, entry, seconds, session } from '../values.ts';

/** `09:00-09:30` of the day that tests are about. */
export function span(text: string): Span {
  const [from = '', to = ''] = text.split('-');
  return { startAt: at(from), endAt: at(to) };
}

export function textOf({ startAt, endAt }: Span): string {
  const clock = (value: number): string => new Date(value).toISOString().slice(11, 19);
  return `${clock(startAt)}-${clock(endAt)}`.replaceAll(/(\d\d:\d\d):00/gu, '$1');
}

/** An entry that waits, over such a span. */
export function over(id: string, text: string, change: Partial<Entry> = {}): Entry {
  const { startAt, endAt } = span(text);
  return entry(
    id,
    { state: 'queued' },
    { startAt, seconds: seconds((endAt - startAt) / 1000), ...change },
  );
}

export function occupied(id: string, text: string, change: Partial<Entry> = {}): OccupiedSpan {
  return occupiedSpanOf(over(id, text, change));
}

export function running(since: string, now: string): OccupiedSpan {
  return runningSpan(session({ startAt: at(since) }), at(now));
}

/** The time around as these entries make it; further seconds can be held out of sight. */
export function surroundings(
  now: string,
  entries: readonly Entry[],
  held: readonly string[] = [],
): Surroundings {
  const taken = new Set<Instant>([...entries.map(({ startAt }) => startAt), ...held.map(at)]);
  return {
    now: at(now),
    isTaken: (second, by) => by?.startAt !== second && taken.has(second),
    occupiedWithin: ({ startAt, endAt }) =>
      entries
        .filter(isShown)
        .map(occupiedSpanOf)
        .filter((one) => one.startAt < endAt && one.endAt > startAt),
  };
}

/** Edits in short: `a: 09:00 +600`, `new 09:10-09:20`, `remove b`, `session 09:10`. */
export function short(result: EditDecision): readonly string[] | string {
  if (!result.ok) return result.error.kind;
  return result.value.map((one) => {
    if (one.do === 'add') return `new ${spanText(one.values)}`;
    if (one.do === 'change-session') return `session ${clock(one.change.startAt)}`;
    if (one.do === 'end-session') return 'end session';
    if (one.do === 'move-session') return `move session ${clock(one.startAt)}`;
    if (one.do !== 'change') return `${one.do} ${one.id}`;
    const { startAt, seconds: length } = one.values;
    return `${one.id}: ${clock(startAt)} +${length ?? ''}`;
  });
}

function clock(value: Instant | undefined): string {
  return value === undefined ? '' : (textOf({ startAt: value, endAt: value }).split('-')[0] ?? '');
}

function spanText(values: Values): string {
  return textOf({ startAt: values.startAt, endAt: endOf(values) });
}
