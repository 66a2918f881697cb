import { isValid, parseISO } from 'date-fns';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of a full RFC 3339 time with zone; undefined for anything less. */
export function parseWireTime(text: string): number | undefined {
  if (!RFC_3339.test(text)) {
    return undefined;
  }
  const parsed = parseISO(text);
  return isValid(parsed) ? parsed.getTime() : undefined;
}

/** UTC with `Z`; a fraction appears only where there is one, as Go writes it. */
export function formatWireTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** The words in which Toggl Focus refuses a time. */
export function unreadableTime(text: string): string {
  return `parsing time "${text}" as "2006-01-02T15:04:05Z07:00": cannot parse "${text}" as RFC 3339`;
}
