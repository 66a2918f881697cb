import type { Instant } from '#contract';
import type { Entry } from '../entry.ts';
import type { CsvStyle } from './csv-separator.ts';
import { endOf } from '../timer/session.ts';

/** RFC 4180 ends every line so. */
const LINE_END = '\r\n';

/**
 * Without it, spreadsheets on Windows read UTF-8 as the system's old code page; everything else that
 * reads CSV skips it.
 */
const BYTE_ORDER_MARK = '\u{FEFF}';

const COLUMNS = [
  'Start',
  'End',
  'Hours',
  'Seconds',
  'Type',
  'Task',
  'Project',
  'Client',
  'Description',
  'State',
  'Toggl Focus id',
  'UTC offset',
  'Billable',
  'Tags',
] as const;

export function csvHead(style: CsvStyle): string {
  return BYTE_ORDER_MARK + line(COLUMNS, style);
}

export type CsvWriting = CsvStyle & {
  /** Writes an instant in the local zone, with its offset. */
  readonly isoTime: (at: Instant) => string;
  /** Names of those that entries of a task have where nobody says otherwise. */
  readonly tagsOf: (taskId: number) => readonly string[];
};

/** One line. */
export function csvLine(entry: Entry, writing: CsvWriting): string {
  const { startAt, seconds, type, task, description, delivery, billable } = entry;
  const start = writing.isoTime(startAt);
  const cells = [
    cellTime(start),
    cellTime(writing.isoTime(endOf(entry))),
    decimalHours(seconds, writing.decimal),
    String(seconds),
    type,
    defused(task?.name),
    defused(task?.projectName),
    defused(task?.clientName),
    defused(description),
    stateOf(entry),
    delivery.state === 'delivered' ? String(delivery.serverId ?? '') : '',
    // Tells the two passes of an hour apart that comes twice; by itself a spreadsheet takes `+01:00` for a time.
    `UTC${start.slice(TIME_LENGTH)}`,
    billable === undefined ? '' : billable ? 'yes' : 'no',
    defused(tagsIn(entry, writing).join(', ')),
  ];
  return line(cells, writing);
}

function tagsIn({ tags, task }: Entry, { tagsOf }: CsvWriting): readonly string[] {
  return tags?.map(({ name }) => name) ?? (task === undefined ? [] : tagsOf(task.id));
}

const TIME_LENGTH = '2026-11-24T09:00:00'.length;

/** `2026-11-24 09:00:00`, which spreadsheets of every language read as a time; with an offset it is a text to them. */
function cellTime(iso: string): string {
  return iso.slice(0, TIME_LENGTH).replace('T', ' ');
}

function line(fields: readonly string[], { separator }: CsvStyle): string {
  return fields.map(quoted).join(separator) + LINE_END;
}

function quoted(field: string): string {
  return /[",;|\t\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** What else a reader may end a cell or a line at, whatever is quoted: its quotes are those of other cells. */
const SPLITS = String.raw`;|\t\r\n\v\f\u0085\u2028\u2029`;

/** From where a cell may begin up to what is seen of it: blanks, controls, marks and quotes are passed over. */
const BEGINNING = new RegExp(String.raw`(?:^|[${SPLITS}])[${SPLITS}\s\p{Cc}\p{Cf}\p{Z}"]*`, 'gu');
const FORMULA = /[=+\-@%\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A spreadsheet takes a cell that begins so for a formula, and where its list separator is another one
 * than ours, cells begin within our fields as well. Sources: OWASP, "CSV Injection", and its ASVS, 1.2.10.
 */
function defused(text: string | undefined): string {
  const guarded = (text ?? '').replace(BEGINNING, (blank: string, at: number, whole: string) => {
    const separator = at === 0 ? '' : blank.charAt(0);
    const before = blank.slice(separator.length).replaceAll('|', "'|");
    const first = whole.charAt(at + blank.length);
    return `${separator}${before}${FORMULA.test(first) ? "'" : ''}`;
  });
  // Some readers drop these at the beginning, whatever follows.
  return ['\t', '\r', '\n', '\0'].includes(guarded.charAt(0)) ? `'${guarded}` : guarded;
}

/** A second is 0.0002777 hours: four decimals tell any two lengths apart. */
function decimalHours(seconds: number, decimal: CsvStyle['decimal']): string {
  return (seconds / 3600).toFixed(4).replace('.', decimal);
}

function stateOf({ delivery, sent }: Entry): string {
  switch (delivery.state) {
    case 'delivered':
      if (delivery.refused !== undefined) return 'change refused';
      return sent === undefined ? 'in Toggl Focus' : 'change waiting';
    case 'rejected':
      return 'refused';
    default:
      return 'waiting';
  }
}
