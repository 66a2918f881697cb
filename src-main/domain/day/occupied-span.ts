import type { Instant, Span } from '#contract';
import type { Entry, Session, Values } from '../entry.ts';
import { endOf } from '../timer/session.ts';

/** A span of the day that is taken: an entry, or the running session, which has no end yet. */
export type OccupiedSpan = Span &
  Pick<Values, 'type' | 'task' | 'description' | 'billable' | 'tags'> & {
    readonly id: string;
    readonly timeBlockId: number | undefined;
    readonly isRunning: boolean;
  };

export function occupiedSpanOf(entry: Entry): OccupiedSpan {
  const { id, startAt, type, task, description, billable, tags, timeBlockId } = entry;
  const work = { type, task, description, billable, tags, timeBlockId };
  return { id, startAt, endAt: endOf(entry), ...work, isRunning: false };
}

export function runningSpan(session: Session, endAt: Instant): OccupiedSpan {
  const { id, startAt, task, description, timeBlockId } = session;
  const end = Math.max(startAt, endAt) as Instant;
  const work = { task, description, timeBlockId, type: 'activity' } as const;
  return { id, startAt, endAt: end, ...work, isRunning: true };
}

/** Whether a person sees it, as opposed to what was deleted here. */
export function isShown({ presence }: Pick<Entry, 'presence'>): boolean {
  return presence === 'kept' || presence === 'restoring';
}

export function isArchived({ archiveState }: Entry): boolean {
  return archiveState === 'archiving' || archiveState === 'archived';
}
