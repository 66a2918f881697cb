import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDuration,
  parseDuration,
  parseShift,
} from '../../../src-renderer/typed/typed-duration.ts';

const minutes = (count: number) => count * 60;
const hours = (count: number) => count * 3600;

test.for([
  ['9:15', hours(9) + minutes(15)],
  ['09:15', hours(9) + minutes(15)],
  // Minutes, whatever their number.
  ['90', minutes(90)],
  ['120', minutes(120)],
  ['915', minutes(915)],
  ['0:90', minutes(90)],
  ['1:5', minutes(65)],
  ['9:60', hours(10)],
  ['0:30:61', minutes(31) + 1],
  ['1 : 30', minutes(90)],
  ['１：３０', minutes(90)],
  ['١:٣٠', minutes(90)],
  ['१:३०', minutes(90)],
  ['٩٠', minutes(90)],
  ['1٫5 h', minutes(90)],
  ['1\u00A0h\u202F30', minutes(90)],
  ['\u200F1:30', minutes(90)],
  ['1時間30分', minutes(90)],
  ['1小时 30分钟', minutes(90)],
  ['1시간 30분', minutes(90)],
  ['2 ч 5 мин', minutes(125)],
  ['2 Std', hours(2)],
  ['2.5 min', 150],
  ['1h30', hours(1) + minutes(30)],
  ['1h3', hours(1) + minutes(3)],
  ['1 h 30 min', hours(1) + minutes(30)],
  ['1h30m15s', hours(1) + minutes(30) + 15],
  ['1h30s', hours(1) + 30],
  ['2h', hours(2)],
  ['2 hours', hours(2)],
  ['1 hour 5 minutes', hours(1) + minutes(5)],
  ['90m', minutes(90)],
  ['90 min', minutes(90)],
  ['90M', minutes(90)],
  ['30s', 30],
  ['5m30s', minutes(5) + 30],
  ['1,5h', minutes(90)],
  ['1.5h', minutes(90)],
  ['.25h', minutes(15)],
  ['0.1 h', minutes(6)],
  ['45', minutes(45)],
  ['5', minutes(5)],
  ['0', 0],
  ['0:45:30', minutes(45) + 30],
  ['0:00:07', 7],
  ['100:00', hours(100)],
  ['  1:30  ', minutes(90)],
] as const)('“%s” is a length of %i seconds', ([typed, seconds]) => {
  expect(parseDuration(typed)).toBe(seconds);
});

test.for([
  '',
  ' ',
  'soon',
  // Hours or minutes?
  '1,5',
  '1.5',
  '12345',
  '1:2:3:4',
  '-5',
  'h',
  '1x',
  '1:',
  ':30',
])('“%s” is no length', (typed) => {
  expect(parseDuration(typed)).toBeUndefined();
});

test.for([
  ['-5', -minutes(5)],
  ['−5', -minutes(5)],
  ['- 5', -minutes(5)],
  ['+15', minutes(15)],
  ['15', minutes(15)],
  ['1:00', hours(1)],
  ['-120', -hours(2)],
  ['–１５', -minutes(15)],
  ['-1h30', -minutes(90)],
] as const)('“%s” moves by %i seconds', ([typed, seconds]) => {
  expect(parseShift(typed)).toBe(seconds);
});

test.for(['', '-', '--5', '+-5', 'later'])('“%s” is no move', (typed) => {
  expect(parseShift(typed)).toBeUndefined();
});

test('Every length that is shown parses back to itself', () => {
  const upToAMonth = fc.integer({ min: 0, max: 31 * 86_400 });
  fc.assert(
    fc.property(upToAMonth, (seconds) => {
      expect(parseDuration(formatDuration(seconds))).toBe(seconds);
    }),
  );
});

test('No text makes the parser throw, or give anything but whole seconds', () => {
  const text = fc.stringMatching(/^[0-9:.,hms +-]{0,9}$/);
  fc.assert(
    fc.property(text, (typed) => {
      const seconds = parseDuration(typed);
      expect(seconds === undefined || (Number.isInteger(seconds) && seconds >= 0)).toBe(true);
    }),
  );
});
