import { plainFigures, units } from './figures-of-any-script.ts';

/** Without a unit a number is minutes, whatever its size; up to a week. */
const bare = /^\d{1,4}$/;
const clock = /^(\d{1,3}) ?: ?(\d{1,2})(?: ?: ?(\d{1,2}))?$/;
const decimalHours = new RegExp(String.raw`^(\d*[.,]\d+) ?${units.hour}$`, 'u');
const decimalMinutes = new RegExp(String.raw`^(\d*[.,]\d+) ?${units.minute}$`, 'u');
const hoursAndMinutes = new RegExp(String.raw`^(\d+) ?${units.hour} ?(\d{1,2})$`, 'u');
const withUnits = new RegExp(
  String.raw`^(?:(\d+) ?${units.hour} ?)?(?:(\d+) ?${units.minute} ?)?(?:(\d+) ?${units.second})?$`,
  'u',
);

type Parts = { readonly hours: number; readonly minutes: number; readonly seconds: number };

function sum({ hours, minutes, seconds }: Parts): number {
  return hours * 3600 + minutes * 60 + seconds;
}

function partsOf(match: RegExpExecArray): Parts {
  return {
    hours: Number(match[1] ?? 0),
    minutes: Number(match[2] ?? 0),
    seconds: Number(match[3] ?? 0),
  };
}

function decimalOf(text: string): number | undefined {
  const [ofHours, ofMinutes] = [decimalHours.exec(text)?.[1], decimalMinutes.exec(text)?.[1]];
  const number = ofHours ?? ofMinutes;
  const unit = ofHours === undefined ? 60 : 3600;
  return number === undefined ? undefined : Math.round(Number(number.replace(',', '.')) * unit);
}

/**
 * Seconds of a typed length: `9:15`, `0:90`, `1h30`, `90m`, `1,5h`, `1.5h`, `45` and `120` (minutes), `0:45:30`,
 * `1 h 30 min 10 s`. Undefined for what reads as no length, such as `1.5`: hours or minutes?
 */
export function parseDuration(typed: string): number | undefined {
  const text = plainFigures(typed);
  if (text === '') return undefined;
  if (bare.test(text)) return Number(text) * 60;
  const parts = clock.exec(text) ?? hoursAndMinutes.exec(text) ?? withUnits.exec(text);
  return parts === null ? decimalOf(text) : sum(partsOf(parts));
}

/** Seconds of a typed move in time, backwards with a minus: `-5`, `+15`, `1:00`. */
export function parseShift(typed: string): number | undefined {
  const text = plainFigures(typed);
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
