import type { Instant, Span } from '#contract';
import type { Entry, Session, Values } from './entry.ts';
import { endOf } from './session.ts';

/** A stretch of the day that is taken: an entry, or the running session, which has no end yet. */
export type Piece = Span &
  Pick<Values, 'type' | 'task' | 'description'> & {
    readonly id: string;
    readonly timeBlockId: number | undefined;
    readonly isRunning: boolean;
  };

export function pieceOf(entry: Entry): Piece {
  const { id, startAt, type, task, description, timeBlockId } = entry;
  const endAt = endOf(entry);
  return { id, startAt, endAt, type, task, description, timeBlockId, isRunning: false };
}

export function runningPiece(session: Session, endAt: Instant): Piece {
  const { id, startAt, task, description, timeBlockId } = session;
  const end = Math.max(startAt, endAt) as Instant;
  const work = { task, description, timeBlockId, type: 'activity' } as const;
  return { id, startAt, endAt: end, ...work, isRunning: true };
}

/** Whether a person sees it, as opposed to what was deleted here. */
export function isShown({ presence }: Entry): boolean {
  return presence === 'kept' || presence === 'restoring';
}

export function isArchived({ shelf }: Entry): boolean {
  return shelf === 'archiving' || shelf === 'archived';
}
