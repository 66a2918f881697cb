import { describe, expect, it } from 'vitest';
import type { AwayAnswer, WhyAsked } from '#contract';
import { afterRestart } from '../../../src-main/domain/away/after-restart.ts';
import { answerEdits } from '../../../src-main/domain/away/answer.ts';
import { believed, zerosAfter } from '../../../src-main/domain/away/known-idleness.ts';
import {
  questionsBack,
  relinked,
  type AwayQuestion,
} from '../../../src-main/domain/away/question.ts';
import { nextLookMs } from '../../../src-main/domain/away/watch.ts';
import { occupied, running, short, surroundings } from '../../support/core/occupied-spans.ts';
import { at, session } from '../../support/values.ts';

function asked(text: string, change: Partial<AwayQuestion> = {}): AwayQuestion {
  const [from = '', to = ''] = text.split('-');
  const why: WhyAsked = 'away';
  return { id: 'q', workId: 'a', why, fromAt: at(from), toAt: at(to), ...change };
}

describe('What an answer makes of an entry that has ended', () => {
  it.each<[string, string, AwayAnswer, readonly string[]]>([
    ['09:00-12:00', '10:00-10:30', 'keep', []],
    ['09:00-12:00', '10:00-10:30', 'stop', ['a:  +3600']],
    ['09:00-12:00', '10:00-10:30', 'go-on', ['a:  +3600', 'new 10:30-12:00']],
    ['09:00-12:00', '10:00-10:30', 'break', ['a:  +3600', 'new 10:30-12:00', 'new 10:00-10:30']],
    ['09:00-12:00', '11:00-12:30', 'go-on', ['a:  +7200']],
    ['09:00-12:00', '11:00-12:30', 'break', ['a:  +7200', 'new 11:00-12:00']],
    ['09:00-12:00', '08:30-10:00', 'go-on', ['a: 10:00 +7200']],
    ['09:00-12:00', '08:30-10:00', 'stop', ['remove a']],
    ['09:00-12:00', '12:30-13:00', 'break', []],
    ['09:00-12:00', '10:30-09:30', 'move', ['a: 08:00 +']],
  ])('of %s with %s, answered “%s”', (span, stretch, answer, edits) => {
    const result = answerEdits(
      occupied('a', span),
      asked(stretch),
      answer,
      surroundings('18:00', []),
    );
    expect(short(result)).toEqual(edits);
  });
});

describe('A question', () => {
  const stays = asked('10:00-10:30');

  it('stays with its work as long as its time is in it', () => {
    const own = occupied('a', '09:00-12:00');
    expect(relinked([stays], () => own, [])).toEqual([stays]);
  });

  it('stays with its work where the clock was set back, wherever that lies by now', () => {
    const back = asked('10:30-09:30', { why: 'clock' });
    expect(relinked([back], () => occupied('a', '08:00-08:30'), [])).toEqual([back]);
  });

  it('goes to the part that was cut off with its time', () => {
    const head = occupied('b', '09:00-11:00');
    const rest = running('11:00', '12:00');
    expect(relinked([stays], () => rest, [rest, head])).toEqual([{ ...stays, workId: 'b' }]);
  });

  it('is answered by who takes its time out of all work, or deletes that', () => {
    expect(relinked([stays], () => occupied('a', '09:00-10:00'), [])).toEqual([]);
    expect(relinked([stays], () => undefined, [])).toEqual([]);
  });

  it('stands again when its answer is taken back, beside those that came since', () => {
    const since = asked('11:00-11:30', { id: 'since' });
    const kept = asked('08:00-08:30', { id: 'kept' });
    const image = { before: [kept, stays], after: [kept] };
    expect(questionsBack([kept, since], image)).toEqual([kept, stays, since]);
  });
});

describe('After a restart', () => {
  const alive = { workId: 's1', at: at('10:00') };

  it.each([
    [
      'killed at 10:00, back at 10:20',
      '10:20',
      { why: 'stopped', fromAt: at('10:00'), toAt: at('10:20') },
    ],
    ['killed at 10:00, back at 10:01', '10:01', undefined],
    [
      'the clock stands before that moment',
      '09:00',
      { why: 'clock', fromAt: at('10:00'), toAt: at('09:00') },
    ],
  ])('%s', (_told, now, stretch) => {
    expect(afterRestart(session(), alive, at(now))).toEqual(stretch);
  });

  it('asks nothing after a quit, or of another timer', () => {
    expect(afterRestart(session(), undefined, at('10:20'))).toBeUndefined();
    expect(afterRestart(session({ id: 'other' }), alive, at('10:20'))).toBeUndefined();
  });
});

it('does not believe a 0 that never changes', () => {
  let zeros = 0;
  for (let look = 0; look < 9; look += 1) zeros = zerosAfter(zeros, 0);
  expect(believed(zeros, 0)).toBe(0);
  zeros = zerosAfter(zeros, 0);
  expect(believed(zeros, 0)).toBeUndefined();
  expect(believed(zerosAfter(zeros, 3000), 3000)).toBe(3000);
});

it('looks each minute, and when the threshold could be reached', () => {
  const watch = { at: at('10:00'), monotonicMs: 0 };
  expect(nextLookMs(watch, 0, 600_000)).toBe(60_000);
  expect(nextLookMs(watch, 570_000, 600_000)).toBe(30_000);
  expect(nextLookMs(watch, 599_999, 600_000)).toBe(1000);
  expect(nextLookMs(watch, undefined, 600_000)).toBe(60_000);
  expect(nextLookMs({ ...watch, leftAt: at('09:00') }, 570_000, 600_000)).toBe(60_000);
});
