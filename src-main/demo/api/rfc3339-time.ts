import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of a full RFC 3339 time with zone; undefined for anything less. */
function parseWireTime(text: string): number | undefined {
  if (!RFC_3339.test(text)) {
    return undefined;
  }
  const parsed = parseISO(text);
  return isValid(parsed) ? parsed.getTime() : undefined;
}

/** A field of a request: RFC 3339 with zone, as milliseconds since 1970. */
export const wireTime = z.string().transform((text, context) => {
  const at = parseWireTime(text);
  if (at === undefined) {
    context.addIssue({ code: 'custom', message: unreadableTime(text) });
    return z.NEVER;
  }
  return at;
});

/** UTC with `Z`; a fraction appears only where there is one, as Go writes it. */
export function formatWireTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** The words in which Toggl Focus refuses a time. */
function unreadableTime(text: string): string {
  return `parsing time "${text}" as "2006-01-02T15:04:05Z07:00": cannot parse "${text}" as RFC 3339`;
}
