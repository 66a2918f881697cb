import type { ChangeView, Instant, MendCommand, Result, Seconds, TaskView } from '#contract';
import type { Entry } from '../domain/entry.ts';
import { add, duplicate, fillGaps } from '../domain/mend/adding.ts';
import { mended, type Edit, type Ground, type Mended } from '../domain/mend/edit.ts';
import { edit, editSession, shift } from '../domain/mend/moving.ts';
import { mendOverlap } from '../domain/mend/overlap.ts';
import { split } from '../domain/mend/split.ts';
import { isShown, pieceOf, runningPiece, type Piece } from '../domain/piece.ts';
import type { AccountId, Store } from './ports.ts';
import { refuse } from './results.ts';
import { taskFrom, valuesFrom, workFrom } from './mend-values.ts';

/** What a command comes to, on the store as it is now. */
export type Plan = {
  readonly what: ChangeView['what'];
  readonly edits: readonly Edit[];
  /** Chosen by the person just now. */
  readonly task: TaskView | undefined;
};

export type Bench = { readonly store: Store; readonly account: AccountId; readonly ground: Ground };

type Planned = Result<Plan>;
type StepCommand = Exclude<MendCommand, { readonly type: 'mend/undo' | 'mend/redo' }>;
type Of<Type extends MendCommand['type']> = Extract<MendCommand, { readonly type: Type }>;
type OneEntry = Extract<StepCommand, { readonly entryId: string }>;
type SeveralEntries = Extract<StepCommand, { readonly entryIds: readonly string[] }>;

const UNKNOWN_ENTRY = refuse({ kind: 'unknown-entry' });

/** Decides what the command comes to, or why it comes to nothing. Changes nothing. */
export function planMend(bench: Bench, command: StepCommand): Planned {
  if ('entryIds' in command) return planSeveral(bench, command);
  if ('entryId' in command) return planOne(bench, command);
  switch (command.type) {
    case 'entry/add':
      return planAdd(bench, command);
    case 'gaps/fill':
      return planFill(bench, command);
    case 'overlap/mend':
      return planOverlap(bench, command);
    case 'timer/edit':
      return planTimer(bench, command);
  }
}

function planOne(bench: Bench, command: OneEntry): Planned {
  if (command.type === 'entry/split') return planSplit(bench, command);
  const entry = bench.store.entry(command.entryId);
  if (entry === undefined || !isShown(entry)) return UNKNOWN_ENTRY;
  switch (command.type) {
    case 'entry/edit':
      return planEdit(bench, command, entry);
    case 'entry/duplicate':
      return planned('duplicate', duplicate(pieceOf(entry), bench.ground));
    case 'entry/revert':
      return planned('edit', mended({ do: 'revert', id: entry.id }));
    case 'entry/resolve':
      return planResolve(command, entry);
  }
}

function planSplit(bench: Bench, { entryId, at }: Of<'entry/split'>): Planned {
  const piece = pieceById(bench, entryId);
  if (piece === undefined) return UNKNOWN_ENTRY;
  return planned('split', split(piece, at as Instant, bench.ground));
}

function planEdit(bench: Bench, command: Of<'entry/edit'>, entry: Entry): Planned {
  const change = valuesFrom(bench, command, entry.task);
  if (!change.ok) return change;
  return planned('edit', edit(entry, change.value, bench.ground), change.value.task);
}

function planResolve({ keep }: Of<'entry/resolve'>, { id, sent }: Entry): Planned {
  if (sent?.conflict !== true) return refuse({ kind: 'no-conflict' });
  return planned('edit', mended({ do: keep === 'mine' ? 'keep-mine' : 'take-theirs', id }));
}

function planSeveral(bench: Bench, command: SeveralEntries): Planned {
  const entries = entriesById(bench, command);
  if (entries === undefined) return UNKNOWN_ENTRY;
  const each = (what: 'remove' | 'bring-back' | 'archive' | 'unarchive'): Mended =>
    mended(...entries.map(({ id }) => ({ do: what, id })));
  switch (command.type) {
    case 'entries/delete':
      return planned('delete', each('remove'));
    case 'entries/restore':
      return planned('restore', each('bring-back'));
    case 'entries/archive':
      return planned('archive', each('archive'));
    case 'entries/unarchive':
      return planned('unarchive', each('unarchive'));
    case 'entries/move':
      return planMove(bench, command, entries);
    case 'entries/shift':
      return planned('shift', shift(entries, command.seconds as Seconds, bench.ground));
  }
}

/** All of them or none; what is deleted is only there to be deleted again, or restored. */
function entriesById(
  { store }: Bench,
  { type, entryIds }: SeveralEntries,
): readonly Entry[] | undefined {
  const entries = [...new Set(entryIds)].flatMap((id) => store.entry(id) ?? []);
  const isComplete = entries.length === new Set(entryIds).size;
  const isAnyPresence = type === 'entries/delete' || type === 'entries/restore';
  return isComplete && (isAnyPresence || entries.every(isShown)) ? entries : undefined;
}

function planMove(
  bench: Bench,
  { taskId }: Of<'entries/move'>,
  entries: readonly Entry[],
): Planned {
  const known = entries.find(({ task }) => task?.id === taskId)?.task;
  const task = taskFrom(bench, taskId, known);
  if (!task.ok) return task;
  const values = { task: task.value };
  const edits = entries.map(({ id }) => ({ do: 'change', id, values }) as const);
  return planned('move', mended(...edits), task.value);
}

function planAdd(bench: Bench, command: Of<'entry/add'>): Planned {
  const work = workFrom(bench, command, command.entryType ?? 'activity');
  if (!work.ok) return work;
  const startAt = command.startAt as Instant;
  const seconds = command.seconds as Seconds;
  return planned('add', add({ ...work.value, startAt, seconds }, bench.ground), work.value.task);
}

function planFill(bench: Bench, command: Of<'gaps/fill'>): Planned {
  const work = workFrom(bench, command, 'activity');
  if (!work.ok) return work;
  const gaps = command.gaps.map(({ fromAt, toAt }) => ({
    startAt: fromAt as Instant,
    endAt: toAt as Instant,
  }));
  return planned('fill', fillGaps(gaps, work.value, bench.ground), work.value.task);
}

function planOverlap(bench: Bench, { earlierId, laterId, way }: Of<'overlap/mend'>): Planned {
  const earlier = pieceById(bench, earlierId);
  const later = pieceById(bench, laterId);
  if (earlier === undefined || later === undefined) return UNKNOWN_ENTRY;
  const what = way === 'merge' ? 'merge' : 'trim';
  return planned(what, mendOverlap([earlier, later], way, bench.ground));
}

function planTimer(bench: Bench, command: Of<'timer/edit'>): Planned {
  const session = bench.store.session(bench.account);
  if (session === undefined) return refuse({ kind: 'nothing-running' });
  const change = valuesFrom(bench, command, session.task);
  if (!change.ok) return change;
  return planned('timer', editSession(session, change.value, bench.ground), change.value.task);
}

/** An entry that is seen, or the running session by its id. */
function pieceById({ store, account, ground }: Bench, id: string): Piece | undefined {
  const session = store.session(account);
  if (session?.id === id) return runningPiece(session, ground.now);
  const entry = store.entry(id);
  return entry !== undefined && isShown(entry) ? pieceOf(entry) : undefined;
}

function planned(what: Plan['what'], result: Mended, task?: TaskView): Planned {
  return result.ok ? { ok: true, value: { what, edits: result.value, task } } : result;
}
