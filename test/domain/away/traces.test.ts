import { describe, expect, it } from 'vitest';
import { trace } from './trace.ts';

type Case = readonly [told: string, happenings: string, asked: readonly string[]];

const AWAY: readonly Case[] = [
  ['nobody leaves, and nothing is asked', '17:00 looks', []],
  ['lunch without a lock', '12:00 leaves, 12:45 is back, 13:00 looks', ['away 12:00-12:45']],
  ['nine minutes at the coffee machine', '10:00 leaves, 10:09 is back, 11:00 looks', []],
  ['exactly the threshold', '10:00 leaves, 10:10 is back, 11:00 looks', ['away 10:00-10:10']],
  ['still away: nothing is asked before the return', '12:00 leaves, 12:45 looks', []],
  ['locked by hand and unlocked', '12:00 lock, 12:30 unlock', ['away 12:00-12:30']],
  ['locked for three minutes', '12:00 lock, 12:03 unlock', []],
  [
    'the screen locks itself after five idle minutes: the last input counts',
    '12:00 leaves, 12:05 lock, 12:30 unlock',
    ['away 12:00-12:30'],
  ],
  ['lid closed at 17:02, opened at 08:10', '17:02 suspend, 08:10+1 resume', ['away 17:02-08:10+1']],
  [
    'last input at 16:40, lid closed at 17:02, opened at 08:10',
    '16:40 leaves, 17:02 suspend, 08:10+1 resume',
    ['away 16:40-08:10+1'],
  ],
  [
    'opened at 08:10 to a locked screen that is unlocked at 08:12',
    '17:00 lock, 17:02 suspend, 08:10+1 resume, 08:12+1 unlock',
    ['away 17:00-08:12+1'],
  ],
  [
    'unlocked before the resume was told',
    '17:00 lock, 17:02 suspend, 08:10+1 unlock, 08:11+1 resume',
    ['away 17:00-08:11+1'],
  ],
  [
    'a look comes before the resume is told',
    '17:02 suspend, 08:10+1 looks, 08:10+1 resume',
    ['away 17:02-08:10+1'],
  ],
  [
    'a sleep that only the waking told of',
    '17:02 sleeps unseen, 08:10+1 resume',
    ['away 17:02-08:10+1'],
  ],
  ['asleep for two minutes', '12:00 suspend, 12:02 resume', []],
  [
    'two absences are two questions',
    '10:00 lock, 10:20 unlock, 12:00 suspend, 13:00 resume',
    ['away 10:00-10:20', 'away 12:00-13:00'],
  ],
  [
    'a mouse that moves under a locked screen brings nobody back',
    '12:00 lock, 12:10 leaves, 12:20 is back, 12:40 looks, 12:50 unlock',
    ['away 12:00-12:50'],
  ],
  [
    'asleep while idle already, woken unseen: the return is what counts',
    '12:00 leaves, 12:30 sleeps unseen, 14:00 wakes unseen, 14:05 is back, 14:10 looks',
    ['away 12:00-14:05'],
  ],
  ['over midnight', '23:50 leaves, 00:30+1 is back, 00:40+1 looks', ['away 23:50-00:30+1']],
];

const CLOCK: readonly Case[] = [
  ['set forward by an hour', '10:00 clock to 11:00, 11:05 looks', ['clock 10:00-11:00']],
  ['set back by an hour', '10:30 clock to 09:30, 09:31 looks', ['clock 10:31-09:31']],
  ['set back before the start', '10:30 clock to 08:00, 08:01 looks', ['clock 10:31-08:01']],
  ['put right by a minute', '10:00 clock to 10:01, 10:30 clock to 10:29, 11:00 looks', []],
  [
    'asleep without a word: the clock is the net',
    '12:00 sleeps unseen, 13:00 wakes unseen, 13:05 looks',
    ['clock 12:00-13:00'],
  ],
  [
    'set back while away: both are asked, in the time that holds now',
    '12:00 leaves, 12:30 clock to 11:30, 11:45 is back, 11:50 looks',
    ['clock 12:31-11:31', 'away 11:00-11:45'],
  ],
];

describe('What is asked', () => {
  it.each([...AWAY, ...CLOCK])('%s', (_told, happenings, asked) => {
    expect(trace(happenings).asked).toEqual(asked);
  });

  it.each<Case>([
    ['lunch', '12:00 leaves, 12:45 is back, 13:00 looks', []],
    ['a lock', '12:00 lock, 12:45 unlock', []],
    ['a night', '17:02 suspend, 08:10+1 resume', []],
    ['but not of the clock', '10:00 clock to 11:00, 11:05 looks', ['clock 10:00-11:00']],
  ])('with the threshold off, nothing: %s', (_told, happenings, asked) => {
    expect(trace(happenings, { threshold: 0 }).asked).toEqual(asked);
  });

  it.each<Case>([
    ['lunch', '12:00 leaves, 12:45 is back, 13:00 looks', []],
    ['a lock', '12:00 lock, 12:45 looks, 12:45 unlock', ['away 12:00-12:45']],
    ['a sleep', '17:02 suspend, 08:10+1 resume', ['away 17:02-08:10+1']],
  ])('where no idleness is known, %s', (_told, happenings, asked) => {
    expect(trace(happenings, { idleness: 'unknown' }).asked).toEqual(asked);
  });

  it.each([
    [1, ['away 10:00-10:09', 'away 12:00-13:00']],
    [30, ['away 12:00-13:00']],
    [120, []],
  ])('with a threshold of %i minutes', (threshold, asked) => {
    const day = '10:00 leaves, 10:09 is back, 12:00 lock, 13:00 unlock';
    expect(trace(day, { threshold }).asked).toEqual(asked);
  });
});

describe('What an answer makes of a timer that runs since nine', () => {
  const night = '17:02 suspend, 08:10+1 resume';
  const lunch = '12:00 lock, 12:45 unlock, 14:00 looks';
  const fromTheStart = '09:00 lock, 09:30 unlock, 10:00 looks';

  it.each([
    [
      'lid closed at 17:02, opened at 08:10, answered “stop then”',
      night,
      'stop',
      ['end session', 'new 09:00-17:02'],
    ],
    ['lid closed at 17:02, opened at 08:10, answered “keep”', night, 'keep', []],
    ['lunch, answered “leave out and go on”', lunch, 'go-on', ['session 12:45', 'new 09:00-12:00']],
    [
      'lunch, answered “a break”',
      lunch,
      'break',
      ['session 12:45', 'new 09:00-12:00', 'new 12:00-12:45'],
    ],
    ['lunch, answered “stop then”', lunch, 'stop', ['end session', 'new 09:00-12:00']],
    ['away from the first second, answered “stop then”', fromTheStart, 'stop', ['end session']],
    [
      'away from the first second, answered “leave out and go on”',
      fromTheStart,
      'go-on',
      ['session 09:30'],
    ],
  ] as const)('%s', (_told, happenings, answer, edits) => {
    expect(trace(happenings).answered(answer)).toEqual(edits);
  });

  it.each([
    ['move', ['move session 08:00']],
    ['keep', []],
    ['stop', []],
  ] as const)('the clock set back by an hour, answered “%s”', (answer, edits) => {
    const back = trace('10:30 clock to 09:30, 09:31 looks');
    expect(back.answered(answer)).toEqual(edits);
  });
});
