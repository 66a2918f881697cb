import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvHead, csvLine } from '../../../src-main/domain/export/csv-lines.ts';
import type { CsvStyle } from '../../../src-main/domain/export/csv-separator.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry, seconds, task } from '../../support/values.ts';

const isoTime = (instant: number): string =>
  new Date(instant + 3_600_000).toISOString().replace('.000Z', '+01:00');

const COMMAS = { separator: ',', decimal: '.' } as const;
const SEMICOLONS = { separator: ';', decimal: ',' } as const;

function line(
  change: Partial<Entry>,
  delivery: Entry['delivery'] = delivered(70),
  style: CsvStyle = COMMAS,
): string {
  return csvLine(entry('a', delivery, change), { ...style, isoTime, tagsOf: () => [] });
}

function fields(change: Partial<Entry>, delivery: Entry['delivery'] = delivered(70)): string[] {
  const written = line(change, delivery);
  expect(written.endsWith('\r\n')).toBe(true);
  return written.trimEnd().split(',');
}

it('begins with a byte order mark and the names of the columns', () => {
  const head =
    'Start,End,Hours,Seconds,Type,Task,Project,Client,Description,State,Toggl Focus id,UTC offset,Billable,Tags';
  expect(csvHead(COMMAS)).toBe(`\u{FEFF}${head}\r\n`);
  expect(csvHead(SEMICOLONS)).toBe(`\u{FEFF}${head.replaceAll(',', ';')}\r\n`);
});

it('writes times as a spreadsheet reads them, and lengths in hours and in seconds', () => {
  expect(fields({ startAt: at('08:00'), seconds: seconds(5401) }).slice(0, 5)).toEqual([
    '2026-11-24 09:00:00',
    '2026-11-24 10:30:01',
    '1.5003',
    '5401',
    'activity',
  ]);
});

it('tells the two passes of an hour apart that comes twice', () => {
  expect(fields({}).at(-3)).toBe('UTC+01:00');
});

it.each([
  [undefined, ''],
  [true, 'yes'],
  [false, 'no'],
])('says whether it is billable, where that is known: %s', (billable, written) => {
  expect(fields({ billable }).at(-2)).toBe(written);
});

it('names its own tags, and those of its task where it has none', () => {
  const writing = { ...COMMAS, isoTime, tagsOf: (id: number) => [`of ${id}`, '=1+1'] };
  const tagsIn = (change: Partial<Entry>) =>
    csvLine(entry('a', delivered(70), change), writing)
      .trimEnd()
      .split('no,')
      .at(1);
  expect(tagsIn({ billable: false, tags: [{ id: 5, name: 'deep' }] })).toBe('deep');
  expect(tagsIn({ billable: false, tags: [] })).toBe('');
  expect(tagsIn({ billable: false })).toBe('"of 1, =1+1"');
  expect(tagsIn({ billable: false, task: undefined })).toBe('');
  expect(tagsIn({ billable: false, tags: [{ id: 5, name: '=1+1' }] })).toBe("'=1+1");
});

it('separates by semicolons where the comma stands in numbers', () => {
  const change = { seconds: seconds(5401), description: 'a; b, c' };
  const written = line(change, delivered(70), SEMICOLONS);
  expect(written).toContain('2026-11-24 11:30:01;"1,5003";5401;activity;');
  expect(written).toContain(';"a; b, c";in Toggl Focus;70;UTC+01:00;;\r\n');
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
  expect(line({ description })).toContain(`,${written},in Toggl Focus,`);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '%1', '|calc', '\uFF1D1', '\tx', '\rx', '\0x'])(
  'keeps a spreadsheet from taking %j for a formula',
  (description) => {
    expect(line({ description })).toContain(`'${description}`);
  },
);

it.each([
  ['\n=1', "\n'=1"],
  [' \u00A0=1', " \u00A0'=1"],
  ['\0\uFEFF\u200B=1', "\0\uFEFF\u200B'=1"],
  ['x;=1+1;', "x;'=1+1;"],
  ['x;"=1+1"', `x;""'=1+1""`],
  ['x\t-1', "x\t'-1"],
  ['x | @y', "x | '@y"],
  ['x;|y', "x;'|y"],
  ['two\r\n\r\n+lines', "two\r\n\r\n'+lines"],
])('does so behind what a reader skips or splits at: %j', (description, written) => {
  expect(line({ description })).toContain(written);
});

it.each([
  'a, b - c',
  'x = 1',
  'one;two',
  'a | b',
  "it's + 1",
  '5 % of it',
  '50%',
  'me@example.org',
])('leaves %j as it was written', (description) => {
  expect(cells(line({ description }), ',')[0]?.[8]).toBe(description);
});

/** Reads as spreadsheets do: a quote counts at the beginning of a cell, behind its closing one all is text. */
function cells(text: string, separator: string): string[][] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\\r\\n]*)([${separator}\\r\\n]|$)`,
    'gy',
  );
  const rows: string[][] = [[]];
  for (const [, quoted = '', rest = '', end = ''] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted.replaceAll('""', '"') + rest);
    if (end !== separator) rows.push([]);
  }
  return rows;
}

const NASTY = fc
  .array(
    fc.constantFrom(
      ...[
        '=',
        '+',
        '-',
        '@',
        '|',
        '%',
        '\uFF1D',
        '\uFF20',
        ';',
        ',',
        '\t',
        '\n',
        '\r',
        '"',
        "'",
        ' ',
      ],
      ...['\u00A0', '\uFEFF', '\u200B', '\0', 'a', '1'],
    ),
  )
  .map((parts) => parts.join(''));

it.each([',', ';', '\t', '|'])(
  'gives a reader that splits at %j no cell that begins as a formula',
  (separator) => {
    fc.assert(
      fc.property(NASTY, NASTY, NASTY, (description, name, projectName) => {
        const text = line({
          description,
          task: { ...task(1, name, projectName), clientName: name },
        });
        for (const cell of cells(text, separator).flat()) {
          expect(cell.replace(/^[\s\p{Cc}\p{Cf}\p{Z}]+/u, '')).not.toMatch(
            /^[=+\-@%\uFF1D\uFF20]/u,
          );
        }
      }),
      { numRuns: 300 },
    );
  },
);

it('comes back, for a reader of commas, as it was written but for the guard', () => {
  fc.assert(
    fc.property(NASTY, (description) => {
      const [row = []] = cells(line({ description }).trimEnd(), ',');
      expect(row).toHaveLength(14);
      expect(row[8]?.replaceAll("'", '')).toBe(description.replaceAll("'", ''));
    }),
  );
});

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
  expect(fields(change, delivery).slice(9, 11)).toEqual([state, id]);
});
