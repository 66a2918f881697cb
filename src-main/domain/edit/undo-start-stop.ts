import type { Session } from '../entry.ts';
import type { ChangedSession, SessionImage } from './undo.ts';

/** Whether the step changed what runs, rather than began, ended or moved it. */
export function isOfOneSession(image: SessionImage): image is ChangedSession {
  if (image.withClock === true) return false;
  return image.before !== undefined && image.before.id === image.after?.id;
}

/** Whether a start, stop or switch can be taken back: what it left running, or nothing, is what runs now. */
export function isAsLeft(current: Session | undefined, { after }: SessionImage): boolean {
  return current?.id === after?.id;
}
