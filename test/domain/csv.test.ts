import { expect, it } from 'vitest';
import { csvHead, csvLine } from '../../src-main/domain/csv.ts';
import type { Entry } from '../../src-main/domain/entry.ts';
import { at, delivered, entry, seconds, task } from '../support/values.ts';

const isoTime = (instant: number): string =>
  new Date(instant + 3_600_000).toISOString().replace('.000Z', '+01:00');

function fields(change: Partial<Entry>, delivery: Entry['delivery'] = delivered(70)): string[] {
  const line = csvLine(entry('a', delivery, change), isoTime);
  expect(line.endsWith('\r\n')).toBe(true);
  return line.trimEnd().split(',');
}

it('begins with a byte order mark and the names of the columns', () => {
  expect(csvHead()).toBe(
    '\u{FEFF}Start,End,Hours,Seconds,Type,Task,Project,Client,Description,State,Toggl Focus id\r\n',
  );
});

it('writes times with their offset, and lengths in hours and in seconds', () => {
  expect(fields({ startAt: at('08:00'), seconds: seconds(5401) }).slice(0, 5)).toEqual([
    '2026-11-24T09:00:00+01:00',
    '2026-11-24T10:30:01+01:00',
    '1.5003',
    '5401',
    'activity',
  ]);
});

it('names task, project and client, and leaves out what is not known', () => {
  const work = { ...task(1, 'Schema', 'Orion'), clientName: 'Northwind' };
  expect(fields({ task: work }).slice(5, 9)).toEqual(['Schema', 'Orion', 'Northwind', '']);
  expect(fields({ task: undefined, type: 'break' }).slice(4, 9)).toEqual(['break', '', '', '', '']);
});

it.each([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['plain ü €', 'plain ü €'],
])('quotes %j as RFC 4180 wants it', (description, written) => {
  const line = csvLine(entry('a', delivered(70), { description }), isoTime);
  expect(line).toContain(`,${written},in Toggl Focus,`);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
  'keeps a spreadsheet from taking %j for a formula',
  (description) => {
    expect(fields({ description })[8]).toBe(`'${description}`);
  },
);

it.each<[string, Entry['delivery'], Partial<Entry>, string]>([
  ['in Toggl Focus', delivered(70), {}, '70'],
  ['in Toggl Focus', delivered(), {}, ''],
  ['change waiting', delivered(70), { sent: entry('a', delivered(70)) }, '70'],
  [
    'change refused',
    { state: 'delivered', serverId: 70, refused: { status: 422, reason: 'locked' } },
    {},
    '70',
  ],
  ['refused', { state: 'rejected', status: 422, reason: 'locked' }, {}, ''],
  ['waiting', { state: 'queued' }, {}, ''],
  ['waiting', { state: 'unknown', sinceAt: at('09:00') }, {}, ''],
])('says that an entry is %s', (state, delivery, change, id) => {
  expect(fields(change, delivery).slice(9)).toEqual([state, id]);
});
