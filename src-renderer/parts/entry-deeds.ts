import type { Command, EntryView, Span } from '#contract';
import type { EntryAction } from '../words/keys.ts';
import { nothingDone } from '../words/mending.ts';
import type { DayRow, EntryRowOfDay, GapRowOfDay } from './day-rows.ts';

/** What can be open below a row. */
export type Panel = 'edit' | 'add' | 'split' | 'move' | 'shift' | 'details' | 'actions';

/** What comes of a key: something to send, to open, or to say. */
export type Deed =
  | { readonly kind: 'send'; readonly command: Command }
  | { readonly kind: 'open'; readonly panel: Panel }
  | { readonly kind: 'say'; readonly words: string };

export type DeedScene = {
  readonly rows: readonly DayRow[];
  /** Selected entries, or the focused one where none is. */
  readonly targets: readonly EntryView[];
  /** Selected gaps; empty where none is. */
  readonly gaps: readonly GapRowOfDay[];
  readonly pinnedTasks: readonly number[];
};

type DeedOf = (row: EntryRowOfDay, scene: DeedScene) => Deed;

const open = (panel: Panel): Deed => ({ kind: 'open', panel });
const send = (command: Command): Deed => ({ kind: 'send', command });
const say = (words: string): Deed => ({ kind: 'say', words });

/** The ids of what is meant, for a command about several. */
export function idsOf(entries: readonly EntryView[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function continueWork({ entry }: EntryRowOfDay): Deed {
  const taskId = entry.task?.id;
  if (taskId === undefined && (entry.description ?? '') === '') {
    return say(nothingDone.nothingToContinue);
  }
  return send({ type: 'timer/start', taskId, description: entry.description });
}

function archive(_row: EntryRowOfDay, { targets }: DeedScene): Deed {
  const shown = targets.filter(({ archived }) => !archived);
  return shown.length === 0
    ? send({ type: 'entries/unarchive', entryIds: idsOf(targets) })
    : send({ type: 'entries/archive', entryIds: idsOf(shown) });
}

/** Fills with the work of the entry before the oldest of the gaps. */
function fillGaps(gaps: readonly GapRowOfDay[]): Deed {
  const [oldest] = gaps.toSorted((a, b) => a.gap.startAt - b.gap.startAt);
  const spans = gaps.map(({ gap: { startAt, endAt } }: { readonly gap: Span }) => ({
    fromAt: startAt,
    toAt: endAt,
  }));
  return send({
    type: 'gaps/fill',
    gaps: spans,
    taskId: oldest?.before?.task?.id,
    description: oldest?.before?.description,
  });
}

function fillAfter({ entry }: EntryRowOfDay, { rows, gaps }: DeedScene): Deed {
  if (gaps.length > 0) return fillGaps(gaps);
  const after = rows.filter((row) => row.kind === 'gap' && row.before?.id === entry.id);
  return after.length === 0 ? say(nothingDone.noGap) : fillGaps(after as GapRowOfDay[]);
}

function mend(way: 'trim-earlier' | 'trim-later' | 'merge'): DeedOf {
  return ({ overlaps: [overlap] }) => {
    if (overlap === undefined) return say(nothingDone.noOverlap);
    const { earlierId, laterId } = overlap;
    return send({ type: 'overlap/mend', earlierId, laterId, way });
  };
}

function keepMine({ entry }: EntryRowOfDay): Deed {
  if (entry.conflict === undefined) return say(nothingDone.noConflict);
  return send({ type: 'entry/resolve', entryId: entry.id, keep: 'mine' });
}

/** For a conflict, and for a change that was refused: both end as Toggl Focus has it. */
function takeTheirs({ entry }: EntryRowOfDay): Deed {
  const { id: entryId, delivery, conflict } = entry;
  if (conflict !== undefined) return send({ type: 'entry/resolve', entryId, keep: 'theirs' });
  return delivery.state === 'rejected' && delivery.delivered
    ? send({ type: 'entry/revert', entryId })
    : say(nothingDone.noConflict);
}

function pin({ entry: { task } }: EntryRowOfDay, { pinnedTasks }: DeedScene): Deed {
  if (task === undefined) return say(nothingDone.noTask);
  return send({ type: 'task/pin', taskId: task.id, pinned: !pinnedTasks.includes(task.id) });
}

const deeds: Readonly<Record<EntryAction, DeedOf>> = {
  edit: () => open('edit'),
  continue: continueWork,
  split: () => open('split'),
  duplicate: ({ entry }) => send({ type: 'entry/duplicate', entryId: entry.id }),
  delete: (_row, { targets }) => send({ type: 'entries/delete', entryIds: idsOf(targets) }),
  archive,
  move: () => open('move'),
  shift: () => open('shift'),
  fill: fillAfter,
  kind: ({ entry }) =>
    send({
      type: 'entry/edit',
      entryId: entry.id,
      entryType: entry.type === 'break' ? 'activity' : 'break',
    }),
  'trim-earlier': mend('trim-earlier'),
  'trim-later': mend('trim-later'),
  merge: mend('merge'),
  details: () => open('details'),
  'keep-mine': keepMine,
  'take-theirs': takeTheirs,
  'task-entries': ({ entry: { task } }) =>
    task === undefined ? say(nothingDone.noTask) : send({ type: 'show/task', taskId: task.id }),
  pin,
};

/** What an action means for a row. On a gap only filling and adding mean something. */
export function deedOf(action: EntryAction, row: DayRow, scene: DeedScene): Deed | undefined {
  if (row.kind === 'entry') return deeds[action](row, scene);
  if (action === 'fill') return fillGaps(scene.gaps.length > 0 ? scene.gaps : [row]);
  return action === 'edit' ? open('add') : undefined;
}

/** Whether the action does something to the row, for the actions that it shows. */
export function canDo(action: EntryAction, row: EntryRowOfDay, scene: DeedScene): boolean {
  return deeds[action](row, scene).kind !== 'say';
}
