import { type Instant, shownSeconds, type Span } from '#contract';
import type { Block } from '../../time/timeline-blocks.ts';
import { timeOf } from '../time/time-with-date-unless-today.ts';
import { length } from '../time/tracked-in-a-day-words.ts';
import { partsElsewhere } from '../time/part-on-another-day.ts';
import { noteLabels } from './conflict-and-overlap-words.ts';
import { shortLength } from './edit-form-words.ts';
import { free, listLabels, spanOf } from './list-words.ts';
import { entryName, entryPlace, noTask, projectAndClient } from './entry-names.ts';
import { plannedDone, plannedName, plannedPlace, plannedWhen } from './plan-words.ts';
import { span } from '../time/times-and-lengths.ts';
import { onWall } from '../../time/wall-clock.ts';
import type { Hours } from '../../time/hour-format.ts';
import { endOf } from '../../time/start-plus-length.ts';

/** `8`, or `8 AM`, under the timeline. */
export function hourLabel(at: Instant, hours: Hours): string {
  const hour = onWall(at).getUTCHours();
  if (hours === '24h') return String(hour);
  return `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'AM' : 'PM'}`;
}

export type BlockScene = { readonly day: Span; readonly today: Span; readonly hours: Hours };

/** What a block of the timeline is, and when: the two lines of its tip. */
export function blockWords(
  block: Block,
  { day, today, hours }: BlockScene,
): readonly [what: string, when: string] {
  switch (block.kind) {
    case 'entry': {
      const { startAt, seconds } = block.entry;
      const whole = { startAt, endAt: endOf(block.entry) };
      const part = partsElsewhere(whole, day, today);
      const when = list(span(startAt, seconds, hours), length(shownSeconds(whole)), part);
      return [list(entryName(block.entry), entryPlace(block.entry)), when];
    }
    case 'running': {
      const { task, description, startAt } = block.timer;
      const name = task?.name ?? description ?? noTask;
      const place = task === undefined ? undefined : projectAndClient(task);
      return [list(name, place), `running since ${timeOf(startAt, day, hours)}`];
    }
    case 'planned': {
      const { planned } = block;
      const when = list(`planned ${plannedWhen(planned, hours) ?? ''}`, plannedDone(planned));
      return [list(plannedName(planned), plannedPlace(planned)), when];
    }
  }
}

/** What a press on what is free does. */
export function gapWords(gap: Span, hours: Hours): string {
  return `${free(gap, hours)} – ${listLabels.fill}`;
}

/** Where two share time; a press leads to the row with the ways out. */
export function overlapWords(overlap: Span, hours: Hours): string {
  return `${spanOf(overlap, hours)}, overlap of ${shortLength(shownSeconds(overlap))} – ${noteLabels.mend}`;
}

function list(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}
