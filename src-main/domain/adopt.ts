import type { TaskView } from '#contract';
import type { Finished } from './claim.ts';
import type { Entry, Sent, Shelf, Values } from './entry.ts';
import { merged } from './merge.ts';
import { taskView } from './task-view.ts';

/** An entry of ours after the server showed it; what is still to be told stays to be told. */
export function adopt(entry: Entry, found: Finished): Entry {
  const refused = entry.delivery.state === 'delivered' ? entry.delivery.refused : undefined;
  const next: Entry = {
    ...entry,
    delivery: { state: 'delivered', serverId: found.id, refused },
    // Deleted here and there, and restored there. Anything else may be overtaken by an unanswered
    // change that is carried out after this reading.
    presence: entry.presence === 'removed' ? 'kept' : entry.presence,
    shelf: shelfFrom(found, entry.shelf),
    // Lists are not known to name it always.
    timeBlockId: found.timeBlockId ?? entry.timeBlockId,
  };
  const theirs = valuesFrom(found, entry.sent ?? entry);
  if (!isChanged(next)) return { ...next, ...theirs };
  return next.sent.unsure === true ? next : { ...next, ...merged(next, theirs) };
}

function isChanged(entry: Entry): entry is Entry & { readonly sent: Sent } {
  return entry.sent !== undefined;
}

export function madeElsewhere(entry: Finished): Entry {
  return {
    id: `server:${entry.id}`,
    origin: 'server',
    ...valuesFrom(entry, undefined),
    delivery: { state: 'delivered', serverId: entry.id, refused: undefined },
    presence: 'kept',
    shelf: shelfFrom(entry, 'none'),
    timeBlockId: entry.timeBlockId,
    sent: undefined,
  };
}

function shelfFrom({ archivedAt }: Finished, ours: Shelf): Shelf {
  if (ours === 'archiving' || ours === 'unarchiving') return ours;
  return archivedAt === undefined ? 'none' : 'archived';
}

/** A task that the server names by its id alone is still the task. */
function nameless(id: number | undefined): TaskView | undefined {
  if (id === undefined) return undefined;
  const unknown = { projectName: undefined, projectColor: undefined, clientName: undefined };
  return { id, name: `Task ${id}`, ...unknown };
}

function valuesFrom(found: Finished, ours: Values | undefined): Values {
  const sameTask = ours?.task?.id === found.taskId ? ours?.task : nameless(found.taskId);
  return {
    startAt: found.startAt,
    seconds: found.seconds,
    type: found.type,
    task: found.task === undefined ? sameTask : taskView(found.task),
    description: found.description ?? ours?.description,
  };
}
