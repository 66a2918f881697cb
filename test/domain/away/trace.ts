import type { AwayAnswer, Instant } from '#contract';
import { answerEdits } from '../../../src-main/domain/away/answer.ts';
import type { Stretch } from '../../../src-main/domain/away/question.ts';
import { nextLookMs, watched, type Sign, type Watch } from '../../../src-main/domain/away/watch.ts';
import { runningSpan } from '../../../src-main/domain/day/occupied-span.ts';
import { short, surroundings } from '../../support/core/occupied-spans.ts';
import { at, session } from '../../support/values.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const CLOCK_TO = 'clock to ';

type Told = Exclude<Sign['kind'], 'look'>;
/** What happens to a computer, each at a time of the day, `+1` of the next one, by the clock on the wall. */
type Happening =
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

/** The timer starts at nine, and then: `12:00 leaves, 12:45 is back`. */
export function trace(
  happenings: string,
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

  function set(text: string): void {
    const next = timeOf(text);
    if (leftAt !== undefined) leftAt += next - now;
    now = next;
  }

  function sleepOrWake(what: Told | 'sleeps unseen' | 'wakes unseen'): void {
    if (what === 'suspend' || what === 'sleeps unseen') isAsleep = true;
    if (what === 'resume' || what === 'wakes unseen') isAsleep = false;
    if (what === 'resume' || what === 'unlock') leftAt = undefined;
    if (what !== 'sleeps unseen' && what !== 'wakes unseen') sign(what);
  }

  function happen(what: Happening): void {
    if (what === 'leaves') leftAt = now;
    else if (what === 'is back') leftAt = undefined;
    else if (what === 'looks') look();
    else if (isSetting(what)) set(what.slice(CLOCK_TO.length));
    else sleepOrWake(what);
  }

  for (const one of happenings.split(', ')) {
    const [when = ''] = one.split(' ');
    pass(timeOf(when));
    happen(one.slice(when.length + 1) as Happening);
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

function isSetting(what: Happening): what is `${typeof CLOCK_TO}${string}` {
  return what.startsWith(CLOCK_TO);
}

function timeOf(text: string): number {
  const [clockTime = '', days = '0'] = text.split('+');
  return at(clockTime) + Number(days) * DAY;
}

function clock(value: number): string {
  const days = Math.floor((value - at('00:00')) / DAY);
  return new Date(value).toISOString().slice(11, 16) + (days === 0 ? '' : `+${days}`);
}
