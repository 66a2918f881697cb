import type { Instant } from '#contract';
import type { Entry } from './entry.ts';
import { endOf } from './session.ts';

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
] as const;

export function csvHead(): string {
  return BYTE_ORDER_MARK + line(COLUMNS);
}

/** One line; `isoTime` writes an instant in the local zone, with its offset. */
export function csvLine(entry: Entry, isoTime: (at: Instant) => string): string {
  const { startAt, seconds, type, task, description, delivery } = entry;
  return line([
    isoTime(startAt),
    isoTime(endOf(entry)),
    decimalHours(seconds),
    String(seconds),
    type,
    defused(task?.name),
    defused(task?.projectName),
    defused(task?.clientName),
    defused(description),
    stateOf(entry),
    delivery.state === 'delivered' ? String(delivery.serverId ?? '') : '',
  ]);
}

function line(fields: readonly string[]): string {
  return fields.map(quoted).join(',') + LINE_END;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** A spreadsheet would take a text that begins so for a formula. Source: OWASP, "CSV Injection". */
function defused(text: string | undefined): string {
  if (text === undefined) return '';
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A second is 0.0002777 hours: four decimals tell any two lengths apart. */
function decimalHours(seconds: number): string {
  return (seconds / 3600).toFixed(4);
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
