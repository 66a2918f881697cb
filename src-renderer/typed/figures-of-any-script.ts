/** Halves of the day that stand before the time in East Asia. */
const halvesBefore = /^(?:(午前|上午|오전)|(?:午後|下午|오후))(.*)$/u;

/**
 * A typed time or length in the signs that the readers know: figures of every script, wide and narrow forms,
 * any blanks, and no marks of direction.
 */
export function plainFigures(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll('٫', ',')
    .replaceAll('∶', ':')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const [, morning, rest] = halvesBefore.exec(text) ?? [];
  return rest === undefined ? text : `${rest.trim()} ${morning === undefined ? 'pm' : 'am'}`;
}

/** The figures of a script stand one after the other from its zero on. */
function digitOf(figure: string): string {
  const code = figure.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/** Words for units as people write them, for a pattern. */
export const units = {
  hour: String.raw`(?:hours?|hrs?|h|std|stunden?|ч|時間?|时|点|點|小時|小时|시간?)`,
  minute: String.raw`(?:minutes?|mins?|m|мин|分鐘?|分钟|분)`,
  second: String.raw`(?:seconds?|secs?|sek|s|сек|с|秒|초)`,
} as const;
