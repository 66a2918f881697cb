import { type Instant, shownSeconds, type Span } from '#contract';
import { dateFormat } from '../../time/date-and-number-formats.ts';
import { dateField } from '../../time/wall-clock.ts';
import { duration } from './times-and-lengths.ts';

const dayAndMonth = dateFormat({ day: 'numeric', month: 'short' });

/** Which day that is, seen from the one that is shown; undefined where the span lies on more than one. */
function dayWord({ startAt, endAt }: Span, day: Span, today: Span): string | undefined {
  if (dateField(startAt) !== dateField(endAt - 1)) return undefined;
  if (day.startAt !== today.startAt) return `on ${dayAndMonth.format(startAt)}`;
  return startAt < day.startAt ? 'yesterday' : 'tomorrow';
}

/** `1:20 of it yesterday`: what of an entry does not count on the day that lists it; undefined for most. */
export function partsElsewhere(
  { startAt, endAt }: Span,
  day: Span,
  today: Span,
): string | undefined {
  const before = { startAt, endAt: Math.min(endAt, day.startAt) as Instant };
  const after = { startAt: Math.max(startAt, day.endAt) as Instant, endAt };
  const parts = [
    [before, 'before'],
    [after, 'after'],
  ] as const;
  const words = parts
    .filter(([part]) => part.endAt > part.startAt)
    .map(([part, otherwise]) => {
      const length = duration(shownSeconds(part));
      return `${length} of it ${dayWord(part, day, today) ?? otherwise}`;
    });
  return words.length === 0 ? undefined : words.join(', ');
}
