import type { TaskView } from '#contract';
import { mayBeThere, sameValues } from '../sync/pending-change.ts';
import { sentAtOf } from '../sync/server-id.ts';
import type { Finished } from '../finished-entry.ts';
import type { Entry, Sent, ArchiveState, Values } from '../entry.ts';
import { mayHaveDone, overtaken } from '../sync/late-requests.ts';
import { creationShown, earlierCreation } from './earlier-creation.ts';
import { merged } from './three-way-merge.ts';
import { unblocked } from '../sync/held-up-entry.ts';
import { taskView } from '../task-view.ts';

/**
 * Whether it is billable is what the server says, where nobody has said otherwise here: no change by anybody. What was
 * said and is taken back is, and has to be told.
 */
function withBillable(entry: Entry, { billable }: Finished): Entry {
  const { sent, late } = entry;
  if (billable === undefined || sent?.billable !== undefined) return entry;
  const filled = <Some extends Values>(values: Some): Some => ({
    ...values,
    billable: values.billable ?? billable,
  });
  return {
    ...filled(entry),
    sent: sent && filled(sent),
    ...(late?.updates === undefined
      ? {}
      : { late: { ...late, updates: late.updates.map(filled) } }),
  };
}

/** An entry of ours after the server showed it; what is still to be told stays to be told. */
export function adopt(ours: Entry, found: Finished): Entry {
  const entry = withBillable(ours, found);
  const next: Entry = {
    ...(entry.delivery.state === 'delivered' ? entry : unblocked(entry)),
    delivery: deliveryFrom(entry, found),
    presence: presenceFrom(entry),
    archiveState: archiveStateFrom(found, entry),
    // Lists are not known to name it always.
    timeBlockId: found.timeBlockId ?? entry.timeBlockId,
    // Where nothing is late, its id was all that a look was to bring.
    lookAt: entry.late === undefined ? undefined : entry.lookAt,
  };
  const earlier = earlierCreation(entry, found);
  if (earlier !== undefined) return sentAs(next, valuesFrom(found, earlier));
  // It waits to be sent anew, changed perhaps, and what was given up before was carried out.
  if (!mayBeThere(entry)) return sentAs(next, valuesFrom(found, creationShown(entry, found)));
  const theirs = valuesFrom(found, asLeftOut(entry));
  if (!isChanged(next)) return { ...next, ...overtaken(next, theirs) };
  return { ...next, ...merged(next, theirs) };
}

/**
 * What stands there of what a list leaves out: as before, unless an update of ours that was given up has
 * cleared it, and may have been carried out just now.
 */
function asLeftOut(entry: Entry): Values {
  const known = entry.sent ?? entry;
  const isCleared = entry.late?.updates?.some(({ description }) => description === undefined);
  return isCleared === true ? { ...known, description: undefined } : known;
}

function deliveryFrom(entry: Entry, { id }: Finished): Entry['delivery'] {
  const { delivery } = entry;
  const isThere = delivery.state === 'delivered';
  const sentAt = sentAtOf(entry);
  return {
    state: 'delivered',
    serverId: id,
    refused: isThere ? delivery.refused : undefined,
    ...(sentAt === undefined ? {} : { sentAt }),
  };
}

/**
 * What was deleted here and there is back: somebody restored it, or a restore of ours that was given
 * up has. Anything else may be overtaken by an unanswered change that is carried out after this reading.
 */
function presenceFrom(entry: Entry): Entry['presence'] {
  if (entry.presence !== 'removed') return entry.presence;
  return mayHaveDone(entry, 'restore') ? 'removing' : 'kept';
}

function sentAs(entry: Entry, theirs: Values): Entry {
  return { ...entry, sent: sameValues(entry, theirs) ? undefined : theirs };
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
    archiveState: archiveStateFrom(entry, undefined),
    timeBlockId: entry.timeBlockId,
    sent: undefined,
  };
}

function archiveStateFrom({ archivedAt }: Finished, ours: Entry | undefined): ArchiveState {
  const there = archivedAt === undefined ? 'none' : 'archived';
  if (ours === undefined || there === ours.archiveState) return there;
  if (ours.archiveState === 'archiving' || ours.archiveState === 'unarchiving')
    return ours.archiveState;
  // What was given up may have been carried out just now, and is taken back.
  if (there === 'none') return mayHaveDone(ours, 'unarchive') ? 'archiving' : there;
  return mayHaveDone(ours, 'archive') ? 'unarchiving' : there;
}

/** A task that the server names by its id alone is still the task. */
function nameless(id: number | undefined): TaskView | undefined {
  if (id === undefined) return undefined;
  const unknown = { projectName: undefined, projectColor: undefined, clientName: undefined };
  return { id, name: `Task ${id}`, ...unknown };
}

function tagsFrom({ tags }: Finished, ours: Values | undefined): Values['tags'] {
  return tags === undefined ? ours?.tags : (tags ?? undefined);
}

function valuesFrom(found: Finished, ours: Values | undefined): Values {
  const sameTask = ours?.task?.id === found.taskId ? ours?.task : nameless(found.taskId);
  return {
    startAt: found.startAt,
    seconds: found.seconds,
    type: found.type,
    task: found.task === undefined ? sameTask : taskView(found.task),
    description: found.description ?? ours?.description,
    billable: found.billable ?? ours?.billable,
    tags: tagsFrom(found, ours),
  };
}
