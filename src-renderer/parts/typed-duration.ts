/** A length with its unit; a bare number with a decimal mark is taken for hours. */
const decimalHours = /^(\d*[.,]\d+)\s*(?:h|hr|hrs|hours?)?$/;
const clock = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?$/;
/** `915` reads as the face of a clock, like `9:15`. */
const digits = /^(\d{1,2})(\d{2})$/;
const minutesOnly = /^\d{1,2}$/;
const hoursAndMinutes = /^(\d+)\s*h\s*(\d{1,2})$/;
const units =
  /^(?:(\d+)\s*(?:h|hr|hrs|hours?)\s*)?(?:(\d+)\s*(?:m|min|mins|minutes?)\s*)?(?:(\d+)\s*(?:s|sec|secs|seconds?))?$/;

type Parts = { readonly hours: number; readonly minutes: number; readonly seconds: number };

function sum({ hours, minutes, seconds }: Parts): number {
  return hours * 3600 + minutes * 60 + seconds;
}

/** Nothing where minutes or seconds are more than fit below the part before them. */
function ofClock(parts: Parts): number | undefined {
  return parts.minutes < 60 && parts.seconds < 60 ? sum(parts) : undefined;
}

function partsOf(match: RegExpExecArray): Parts {
  return {
    hours: Number(match[1] ?? 0),
    minutes: Number(match[2] ?? 0),
    seconds: Number(match[3] ?? 0),
  };
}

/**
 * Seconds of a typed length: `9:15`, `915`, `1h30`, `90m`, `1,5h`, `1.5h`, `45` (minutes), `0:45:30`,
 * `1 h 30 min 10 s`. Undefined for what reads as no length.
 */
export function parseDuration(typed: string): number | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '') return undefined;
  if (minutesOnly.test(text)) return Number(text) * 60;
  const onClock = clock.exec(text) ?? digits.exec(text);
  if (onClock !== null) return ofClock(partsOf(onClock));
  const decimal = decimalHours.exec(text)?.[1];
  if (decimal !== undefined) return Math.round(Number(decimal.replace(',', '.')) * 3600);
  const withUnits = hoursAndMinutes.exec(text) ?? units.exec(text);
  return withUnits === null ? undefined : sum(partsOf(withUnits));
}

/** Seconds of a typed move in time, backwards with a minus: `-5`, `+15`, `1:00`. */
export function parseShift(typed: string): number | undefined {
  const text = typed.trim();
  const seconds = parseDuration(text.replace(/^[-+−–]/, ''));
  return seconds === undefined || !/^[-−–]/.test(text) ? seconds : -seconds;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `1:30`, with seconds only where there are some: `0:42:17`. Parses back to the same length. */
export function formatDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const text = `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
  return rest === 0 ? text : `${text}:${twoDigits(rest)}`;
}
