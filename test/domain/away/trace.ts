import type { AwayAnswer, Instant } from '#contract';
import { answerEdits } from '../../../src-main/domain/away/answer.ts';
import type { Stretch } from '../../../src-main/domain/away/question.ts';
import { nextLookMs, watched, type Sign, type Watch } from '../../../src-main/domain/away/watch.ts';
import { runningSpan } from '../../../src-main/domain/day/occupied-span.ts';
import { short, surroundings } from '../../support/core/occupied-spans.ts';
import { at, session } from '../../support/values.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export type Told = Exclude<Sign['kind'], 'look'>;
/** What happens to a computer, each at a time of the day, `+1` of the next one, by the clock on the wall. */
export type Happening =
  | Told
  /** The last input until somebody is back. */
  | 'leaves'
  | 'is back'
  /** Nobody tells of the sleep itself. */
  | 'sleeps unseen'
  | 'wakes unseen'
  /** The clock is set, to what stands behind it. */
  | `clock to ${string}`
  | 'looks';

export type Trace = {
  /** `away 12:05-12:46`, one each. */
  readonly asked: readonly string[];
  readonly stretches: readonly Stretch[];
  /** Of the first question, as edits in short, for a timer that began at nine and still runs. */
  answered(answer: AwayAnswer): ReturnType<typeof short>;
};

type Options = {
  /** In minutes; 0 is off. */
  readonly threshold?: number;
  /** What the computer says of idleness. */
  readonly idleness?: 'told' | 'unknown';
};

/** The timer starts at nine. */
export function trace(
  happenings: readonly (readonly [when: string, what: Happening])[],
  { threshold = 10, idleness = 'told' }: Options = {},
): Trace {
  const thresholdMs = threshold * MINUTE;
  let now = at('09:00') as number;
  let monotonicMs = 0;
  let isAsleep = false;
  let leftAt: number | undefined;
  let watch: Watch = { at: now as Instant, monotonicMs };
  let nextAt = MINUTE;
  const stretches: Stretch[] = [];

  function idleMs(): number | undefined {
    if (idleness === 'unknown') return undefined;
    return leftAt === undefined ? 0 : Math.floor((now - leftAt) / 1000) * 1000;
  }

  function sign(kind: Sign['kind']): void {
    const told = watched(
      watch,
      { kind, at: now as Instant, monotonicMs, idleMs: idleMs() },
      thresholdMs,
    );
    ({ watch } = told);
    if (told.found !== undefined) stretches.push(told.found);
  }

  function look(): void {
    sign('look');
    nextAt = monotonicMs + nextLookMs(watch, idleMs(), thresholdMs);
  }

  function pass(until: number): void {
    while (!isAsleep && monotonicMs + until - now >= nextAt) {
      now += nextAt - monotonicMs;
      monotonicMs = nextAt;
      look();
    }
    if (!isAsleep) monotonicMs += until - now;
    now = until;
  }

  function happen(what: Happening): void {
    if (what.startsWith('clock to ')) {
      const set = timeOf(what.slice('clock to '.length));
      if (leftAt !== undefined) leftAt += set - now;
      now = set;
      return;
    }
    if (what === 'leaves') leftAt = now;
    else if (what === 'is back') leftAt = undefined;
    else if (what === 'looks') look();
    else {
      isAsleep =
        what === 'suspend' ||
        what === 'sleeps unseen' ||
        (isAsleep && !what.startsWith('w') && what !== 'resume');
      if (what === 'resume' || what === 'unlock') leftAt = undefined;
      if (!what.endsWith('unseen')) sign(what as Told);
    }
  }

  for (const [when, what] of happenings) {
    pass(timeOf(when));
    happen(what);
  }
  return {
    stretches,
    asked: stretches.map(({ why, fromAt, toAt }) => `${why} ${clock(fromAt)}-${clock(toAt)}`),
    answered(answer) {
      const [first] = stretches;
      if (first === undefined) throw new Error('nothing was asked');
      const work = runningSpan(session({ id: 'timer' }), now as Instant);
      const around = { ...surroundings('23:59', []), now: now as Instant };
      return short(answerEdits(work, first, answer, around));
    },
  };
}

function timeOf(text: string): number {
  const [clockTime = '', days = '0'] = text.split('+');
  return at(clockTime) + Number(days) * DAY;
}

function clock(value: number): string {
  const days = Math.floor((value - at('00:00')) / DAY);
  return new Date(value).toISOString().slice(11, 16) + (days === 0 ? '' : `+${days}`);
}
