import type { Instant } from '#contract';
import type { Block } from '../parts/timeline-blocks.ts';
import { length } from './days.ts';
import { entryName, entryPlace, noTask, projectAndClient } from './entries.ts';
import { plannedDone, plannedName, plannedPlace, plannedWhen } from './plan.ts';
import { clockTime, type Hours, span } from './time.ts';

const hourOfHalf = new Intl.DateTimeFormat(undefined, { hour: 'numeric', hourCycle: 'h12' });

/** `8`, or `8 AM`, under the timeline. */
export function hourLabel(at: Instant, hours: Hours): string {
  return hours === '24h' ? String(new Date(at).getHours()) : hourOfHalf.format(at);
}

/** What a block of the timeline is, and when: the two lines of its tip. */
export function blockWords(block: Block, hours: Hours): readonly [what: string, when: string] {
  switch (block.kind) {
    case 'entry': {
      const { startAt, seconds } = block.entry;
      const when = list(span(startAt, seconds, hours), length(seconds));
      return [list(entryName(block.entry), entryPlace(block.entry)), when];
    }
    case 'running': {
      const { task, description, startAt } = block.timer;
      const name = task?.name ?? description ?? noTask;
      const place = task === undefined ? undefined : projectAndClient(task);
      return [list(name, place), `running since ${clockTime(startAt, hours)}`];
    }
    case 'planned': {
      const { planned } = block;
      const when = list(`planned ${plannedWhen(planned, hours) ?? ''}`, plannedDone(planned));
      return [list(plannedName(planned), plannedPlace(planned)), when];
    }
  }
}

function list(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}
