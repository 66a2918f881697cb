import type { ChangeView, Instant, EditCommand, Result, Seconds, TaskView } from '#contract';
import { answerEdits } from '../../domain/away/answer.ts';
import type { Entry } from '../../domain/entry.ts';
import { add, duplicate, fillGaps } from '../../domain/edit/add-duplicate-fill.ts';
import {
  decided,
  type Edit,
  type Surroundings,
  type EditDecision,
} from '../../domain/edit/edit-and-refusal.ts';
import { edit, editSession, shift } from '../../domain/edit/change-and-shift.ts';
import { resolveOverlap } from '../../domain/edit/resolve-overlap.ts';
import { split } from '../../domain/edit/split.ts';
import { inQuestion } from '../../domain/sync/in-question.ts';
import { isShown, occupiedSpanOf } from '../../domain/day/occupied-span.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { refuse } from '../ports/results.ts';
import { occupiedSpanById } from './surroundings.ts';
import { taskFrom, valuesFrom, taskAndDescriptionFrom } from './edit-values.ts';

/** What a command comes to, on the store as it is now. */
export type Plan = {
  readonly what: ChangeView['what'];
  readonly edits: readonly Edit[];
  /** Chosen by the person just now. */
  readonly task: TaskView | undefined;
  /** The question that is answered by it. */
  readonly answeredId?: string | undefined;
};

export type EditContext = {
  readonly store: Store;
  readonly account: AccountId;
  readonly surroundings: Surroundings;
};

type Planned = Result<Plan>;
type StepCommand = Exclude<EditCommand, { readonly type: 'mend/undo' | 'mend/redo' }>;
type Of<Type extends EditCommand['type']> = Extract<EditCommand, { readonly type: Type }>;
type OneEntry = Extract<StepCommand, { readonly entryId: string }>;
type SeveralEntries = Extract<StepCommand, { readonly entryIds: readonly string[] }>;

const UNKNOWN_ENTRY = refuse({ kind: 'unknown-entry' });

/** Decides what the command comes to, or why it comes to nothing. Changes nothing. */
export function planCommand(context: EditContext, command: StepCommand): Planned {
  if ('entryIds' in command) return planSeveral(context, command);
  if ('entryId' in command) return planOne(context, command);
  switch (command.type) {
    case 'entry/add':
      return planAdd(context, command);
    case 'gaps/fill':
      return planFill(context, command);
    case 'overlap/mend':
      return planOverlap(context, command);
    case 'away/answer':
      return planAnswer(context, command);
    case 'timer/edit':
      return planTimer(context, command);
  }
}

function planOne(context: EditContext, command: OneEntry): Planned {
  if (command.type === 'entry/split') return planSplit(context, command);
  const entry = context.store.entry(command.entryId);
  if (entry === undefined || !isShown(entry)) return UNKNOWN_ENTRY;
  switch (command.type) {
    case 'entry/edit':
      return planEdit(context, command, entry);
    case 'entry/duplicate':
      return planned('duplicate', duplicate(occupiedSpanOf(entry), context.surroundings));
    case 'entry/revert':
      return planned('edit', decided({ do: 'revert', id: entry.id }));
    case 'entry/resolve':
      return planResolve(command, entry);
    case 'entry/identify':
      return planIdentify(context, command, entry);
  }
}

function planSplit(context: EditContext, { entryId, at }: Of<'entry/split'>): Planned {
  const occupied = spanById(context, entryId);
  if (occupied === undefined) return UNKNOWN_ENTRY;
  return planned('split', split(occupied, at as Instant, context.surroundings));
}

function planEdit(context: EditContext, command: Of<'entry/edit'>, entry: Entry): Planned {
  const change = valuesFrom(context, command, entry);
  if (!change.ok) return change;
  return planned('edit', edit(entry, change.value, context.surroundings), change.value.task);
}

function planResolve({ keep }: Of<'entry/resolve'>, { id, sent }: Entry): Planned {
  if (sent?.conflict !== true) return refuse({ kind: 'no-conflict' });
  return planned('edit', decided({ do: keep === 'mine' ? 'keep-mine' : 'take-theirs', id }));
}

function planIdentify(
  { store, account, surroundings }: EditContext,
  { serverId }: Of<'entry/identify'>,
  entry: Entry,
): Planned {
  const { id } = entry;
  const alike = inQuestion(entry);
  if (alike === undefined) return refuse({ kind: 'no-question' });
  if (serverId === null) {
    return planned('edit', decided({ do: 'none-of-them', id, at: surroundings.now }));
  }
  if (!alike.some((one) => one.serverId === serverId)) return UNKNOWN_ENTRY;
  const [there] = store.entriesOnServer(account, [serverId]);
  // Another one of this installation has become it since.
  if (there !== undefined && there.origin !== 'server') return refuse({ kind: 'no-question' });
  const drop = there === undefined ? [] : [{ do: 'drop', id: there.id } as const];
  return planned('edit', decided({ do: 'identify', id, serverId, there }, ...drop));
}

function planSeveral(context: EditContext, command: SeveralEntries): Planned {
  const entries = entriesById(context, command);
  if (entries === undefined) return UNKNOWN_ENTRY;
  const each = (what: 'remove' | 'bring-back' | 'archive' | 'unarchive'): EditDecision =>
    decided(...entries.map(({ id }) => ({ do: what, id })));
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
      return planMove(context, command, entries);
    case 'entries/shift':
      return planned('shift', shift(entries, command.seconds as Seconds, context.surroundings));
  }
}

/** All of them or none; what is deleted is only there to be deleted again, or restored. */
function entriesById(
  { store }: EditContext,
  { type, entryIds }: SeveralEntries,
): readonly Entry[] | undefined {
  const entries = [...new Set(entryIds)].flatMap((id) => store.entry(id) ?? []);
  const isComplete = entries.length === new Set(entryIds).size;
  const isAnyPresence = type === 'entries/delete' || type === 'entries/restore';
  return isComplete && (isAnyPresence || entries.every(isShown)) ? entries : undefined;
}

function planMove(
  context: EditContext,
  { taskId }: Of<'entries/move'>,
  entries: readonly Entry[],
): Planned {
  const known = entries.find(({ task }) => task?.id === taskId)?.task;
  const task = taskFrom(context, taskId, known);
  if (!task.ok) return task;
  const values = { task: task.value };
  const edits = entries.map(({ id }) => ({ do: 'change', id, values }) as const);
  return planned('move', decided(...edits), task.value);
}

function planAdd(context: EditContext, command: Of<'entry/add'>): Planned {
  const work = taskAndDescriptionFrom(context, command, command.entryType ?? 'activity');
  if (!work.ok) return work;
  const startAt = command.startAt as Instant;
  const seconds = command.seconds as Seconds;
  return planned(
    'add',
    add({ ...work.value, startAt, seconds }, context.surroundings),
    work.value.task,
  );
}

function planFill(context: EditContext, command: Of<'gaps/fill'>): Planned {
  const work = taskAndDescriptionFrom(context, command, 'activity');
  if (!work.ok) return work;
  const gaps = command.gaps.map(({ fromAt, toAt }) => ({
    startAt: fromAt as Instant,
    endAt: toAt as Instant,
  }));
  return planned('fill', fillGaps(gaps, work.value, context.surroundings), work.value.task);
}

function planOverlap(
  context: EditContext,
  { earlierId, laterId, way }: Of<'overlap/mend'>,
): Planned {
  const earlier = spanById(context, earlierId);
  const later = spanById(context, laterId);
  if (earlier === undefined || later === undefined) return UNKNOWN_ENTRY;
  const what = way === 'merge' ? 'merge' : 'trim';
  return planned(what, resolveOverlap([earlier, later], way, context.surroundings));
}

function planTimer(context: EditContext, command: Of<'timer/edit'>): Planned {
  const session = context.store.session(context.account);
  if (session === undefined) return refuse({ kind: 'nothing-running' });
  const change = valuesFrom(context, command, session);
  if (!change.ok) return change;
  return planned(
    'timer',
    editSession(session, change.value, context.surroundings),
    change.value.task,
  );
}

function planAnswer(context: EditContext, { questionId, answer }: Of<'away/answer'>): Planned {
  const { store, account, surroundings } = context;
  const question = store.awayQuestions(account).find(({ id }) => id === questionId);
  const work = question && spanById(context, question.workId);
  if (question === undefined || work === undefined) return refuse({ kind: 'no-question' });
  const plan = planned('away', answerEdits(work, question, answer, surroundings));
  return plan.ok ? { ok: true, value: { ...plan.value, answeredId: questionId } } : plan;
}

function spanById({ store, account, surroundings: { now } }: EditContext, id: string) {
  return occupiedSpanById({ store, account, now }, id);
}

function planned(what: Plan['what'], result: EditDecision, task?: TaskView): Planned {
  return result.ok ? { ok: true, value: { what, edits: result.value, task } } : result;
}
