import type { Command, EntryView, Span } from '#contract';
import { asksBeforeFilling } from './ask-before-long-fill.ts';
import { continueEntry } from './continue-entry.ts';
import { entryName } from '../words/entry/entry-names.ts';
import type { EntryAction } from '../words/entry/keyboard-keys.ts';
import { fillQuestion, type Question } from '../words/entry/list-words.ts';
import { nothingDone } from '../words/entry/why-key-did-nothing.ts';
import type { DayRow, EntryRowOfDay, GapRowOfDay } from './entries-and-gaps.ts';

/** What can be open below a row. */
export type Panel = 'edit' | 'add' | 'split' | 'move' | 'shift' | 'details';

/** What comes of a key: something to send, to open, or to say. */
export type ActionEffect =
  | { readonly kind: 'send'; readonly command: Command }
  /** Asked before it is sent: a slip of one key would do much. */
  | { readonly kind: 'ask'; readonly question: Question; readonly command: Command }
  | { readonly kind: 'open'; readonly panel: Panel }
  | { readonly kind: 'say'; readonly words: string };

export type ActionScene = {
  readonly rows: readonly DayRow[];
  /** Selected entries, or the focused one where none is. */
  readonly targets: readonly EntryView[];
  /** Selected gaps; empty where none is. */
  readonly gaps: readonly GapRowOfDay[];
  readonly pinnedTasks: readonly number[];
};

type EffectOf = (row: EntryRowOfDay, scene: ActionScene) => ActionEffect;

const open = (panel: Panel): ActionEffect => ({ kind: 'open', panel });
const send = (command: Command): ActionEffect => ({ kind: 'send', command });
const say = (words: string): ActionEffect => ({ kind: 'say', words });

/** The ids of what is meant, for a command about several. */
export function idsOf(entries: readonly EntryView[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function continueWork({ entry }: EntryRowOfDay): ActionEffect {
  const { command, because } = continueEntry(entry);
  return command === undefined ? say(because) : send(command);
}

function archive(_row: EntryRowOfDay, { targets }: ActionScene): ActionEffect {
  const shown = targets.filter(({ archived }) => !archived);
  return shown.length === 0
    ? send({ type: 'entries/unarchive', entryIds: idsOf(targets) })
    : send({ type: 'entries/archive', entryIds: idsOf(shown) });
}

/** Over a gap that is no more than a line the entry before it goes on, be it work or a break. */
function extendOver({ gap, before, short }: GapRowOfDay): ActionEffect | undefined {
  if (!short || before === undefined) return undefined;
  const seconds = Math.floor((gap.endAt - before.startAt) / 1000);
  return send({ type: 'entry/edit', entryId: before.id, seconds });
}

/** Fills with the work before the oldest of the gaps. A break is not gone on with: who says what came after it? */
function fillGaps(gaps: readonly GapRowOfDay[]): ActionEffect {
  const [oldest, another] = gaps.toSorted((a, b) => a.gap.startAt - b.gap.startAt);
  const extended = oldest !== undefined && another === undefined ? extendOver(oldest) : undefined;
  if (extended !== undefined) return extended;
  const work = oldest?.before;
  if (work?.type !== 'activity') return say(nothingDone.noWorkBefore);
  const spans = gaps.map(({ gap: { startAt, endAt } }: { readonly gap: Span }) => ({
    fromAt: startAt,
    toAt: endAt,
  }));
  const command: Command = {
    type: 'gaps/fill',
    gaps: spans,
    taskId: work.task?.id,
    description: work.description,
  };
  const seconds = spans.reduce((sum, { fromAt, toAt }) => sum + (toAt - fromAt) / 1000, 0);
  return asksBeforeFilling(seconds)
    ? { kind: 'ask', question: fillQuestion(seconds, entryName(work)), command }
    : send(command);
}

function fillAfter({ entry }: EntryRowOfDay, { rows, gaps }: ActionScene): ActionEffect {
  if (gaps.length > 0) return fillGaps(gaps);
  const after = rows.filter((row) => row.kind === 'gap' && row.before?.id === entry.id);
  return after.length === 0 ? say(nothingDone.noGap) : fillGaps(after as GapRowOfDay[]);
}

function resolveOverlap(way: 'trim-earlier' | 'trim-later' | 'merge'): EffectOf {
  return ({ overlaps: [overlap] }) => {
    if (overlap === undefined) return say(nothingDone.noOverlap);
    const { earlierId, laterId } = overlap;
    return send({ type: 'overlap/mend', earlierId, laterId, way });
  };
}

/** `null`: it is none of those that stand there. */
function identify(entryId: string, serverId: number | null): ActionEffect {
  return send({ type: 'entry/identify', entryId, serverId });
}

function keepMine({ entry }: EntryRowOfDay): ActionEffect {
  if (entry.delivery.state === 'in-question') return identify(entry.id, null);
  if (entry.conflict === undefined) return say(nothingDone.noConflict);
  return send({ type: 'entry/resolve', entryId: entry.id, keep: 'mine' });
}

/** For a conflict, and for a change that was refused: both end as Toggl Focus has it. */
function takeTheirs({ entry }: EntryRowOfDay): ActionEffect {
  const { id: entryId, delivery, conflict } = entry;
  if (delivery.state === 'in-question') {
    const [only, ...others] = delivery.alike;
    const isClear = only !== undefined && others.length === 0;
    return isClear ? identify(entryId, only.serverId) : say(nothingDone.notSaidWhich);
  }
  if (conflict !== undefined) return send({ type: 'entry/resolve', entryId, keep: 'theirs' });
  return delivery.state === 'rejected' && delivery.delivered
    ? send({ type: 'entry/revert', entryId })
    : say(nothingDone.noConflict);
}

/** Of what is selected, all that can be; unchanged, for what was wrong may be mended elsewhere. */
function sendAgain(_row: EntryRowOfDay, { targets }: ActionScene): ActionEffect {
  const stuck = targets.filter(
    ({ delivery: { state } }) => state === 'rejected' || state === 'blocked',
  );
  return stuck.length === 0
    ? say(nothingDone.notRefused)
    : send({ type: 'sync/again', entryIds: idsOf(stuck) });
}

function pin({ entry: { task } }: EntryRowOfDay, { pinnedTasks }: ActionScene): ActionEffect {
  if (task === undefined) return say(nothingDone.noTask);
  return send({ type: 'task/pin', taskId: task.id, pinned: !pinnedTasks.includes(task.id) });
}

const deeds: Readonly<Record<EntryAction, EffectOf>> = {
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
  'trim-earlier': resolveOverlap('trim-earlier'),
  'trim-later': resolveOverlap('trim-later'),
  merge: resolveOverlap('merge'),
  details: () => open('details'),
  'keep-mine': keepMine,
  'take-theirs': takeTheirs,
  'send-again': sendAgain,
  'task-entries': ({ entry: { task } }) =>
    task === undefined ? say(nothingDone.noTask) : send({ type: 'show/task', taskId: task.id }),
  pin,
};

/** What an action means for a row. On a gap only filling and adding mean something. */
export function effectOf(
  action: EntryAction,
  row: DayRow,
  scene: ActionScene,
): ActionEffect | undefined {
  if (row.kind === 'entry') return deeds[action](row, scene);
  if (action === 'fill' && scene.gaps.length > 0) return fillGaps(scene.gaps);
  if (action === 'fill' && fillsAtOnce(row)) return fillGaps([row]);
  return action === 'fill' || action === 'edit' ? open('add') : undefined;
}

/** Whether it is known what a gap is filled with; else a person is asked what it was. */
export function fillsAtOnce({ short, before }: GapRowOfDay): boolean {
  return short || before?.type === 'activity';
}

/** Whether the action does something to the row, for the actions that it shows. */
export function canDo(action: EntryAction, row: DayRow, scene: ActionScene): boolean {
  return (effectOf(action, row, scene)?.kind ?? 'say') !== 'say';
}
