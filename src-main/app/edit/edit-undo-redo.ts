import type { ChangeView, EditCommand, Result } from '#contract';
import { questionsBack, type AwayQuestion } from '../../domain/away/question.ts';
import { planCommand } from './plan-edit.ts';
import { surroundingsOf } from './surroundings.ts';
import { createHistory, type Direction, type Step } from './undo-history.ts';
import {
  carryBack,
  carryOut,
  wayBack,
  writesOf,
  type EditPorts,
  type Traces,
} from './carry-out-edit-or-undo.ts';
import { questionsAfter } from './questions-after-step.ts';
import { stepOfPress } from './start-stop-step.ts';
import type { Ended } from '../entries/tracker.ts';
import type { AccountId } from '../ports/ports.ts';
import { DONE, refuse } from '../ports/results.ts';

/** Changes of a person's to entries and to the running session, and the way back. */
export type EditService = {
  /** One command is one transaction and one step to undo: all of it is on disk, or nothing. */
  carryOut(account: AccountId, command: EditCommand): Result<undefined>;
  /** A press that starts, stops or switches is such a step as well. */
  press(account: AccountId, carryOut: () => Ended | undefined): Ended | undefined;
  /** The step that `mend/undo` takes back. */
  undo(account: AccountId): ChangeView | undefined;
  /** The step that `mend/redo` carries out again. */
  redo(account: AccountId): ChangeView | undefined;
  /** After a disconnect: what was done before cannot be taken back any more. */
  forget(): void;
};

export function createEditService(ports: EditPorts): EditService {
  const { store, clock } = ports;
  const history = createHistory();

  function carryOutCommand(
    account: AccountId,
    command: Exclude<EditCommand, { readonly type: 'mend/undo' | 'mend/redo' }>,
  ): Result<undefined> {
    const done = store.transaction((): Result<Step> => {
      const plan = planCommand(
        { store, account, surroundings: surroundingsOf(store, clock, account) },
        command,
      );
      if (!plan.ok) return plan;
      const { what, edits, task, answeredId } = plan.value;
      const at = clock.now();
      if (task !== undefined) store.touchTask(account, task, at);
      const changed = carryOut(ports, account, writesOf(ports, account, edits));
      const questions = questionsAfter(ports, account, changed, unanswered(answeredId));
      const traces = { ...changed, questions };
      // One in whose place another stands is not a second entry to a person.
      const dropped = edits.filter((edit) => edit.do === 'drop').length;
      const count = countOf(traces) - dropped;
      const left = traces.entries.filter(({ after }) => after !== undefined);
      const entryId = count === 1 ? left[0]?.id : undefined;
      return { ok: true, value: { ...traces, view: { what, count, at, entryId } } };
    });
    if (!done.ok) return done;
    if (countOf(done.value) > 0) history.add(account, done.value);
    return DONE;
  }

  function goBack(account: AccountId, direction: Direction): Result<undefined> {
    const step = history.latest(account, direction);
    if (step === undefined) return refuse({ kind: 'nothing-to-undo' });
    const back = store.transaction(() => takeBack(ports, account, step));
    const isVain = countOf(back) === 0;
    history.turn(account, direction, isVain ? undefined : { ...back, view: step.view });
    const [wanted, runs] = [step.session?.before, back.session?.after];
    if (wanted !== undefined && runs !== undefined && wanted.id !== runs.id) {
      history.rename(account, wanted.id, runs.id);
    }
    // All of it was changed from elsewhere since, and stays as it is there.
    return isVain ? refuse({ kind: 'nothing-to-undo' }) : DONE;
  }

  return {
    carryOut(account, command) {
      if (command.type === 'mend/undo') return goBack(account, 'undo');
      return command.type === 'mend/redo'
        ? goBack(account, 'redo')
        : carryOutCommand(account, command);
    },
    press(account, carryOut) {
      const before = store.session(account);
      const ended = carryOut();
      const step = stepOfPress(store, { account, at: clock.now(), before, ended });
      if (step !== undefined) history.add(account, step);
      return ended;
    },
    undo: (account) => history.latest(account, 'undo')?.view,
    redo: (account) => history.latest(account, 'redo')?.view,
    forget: () => history.forget(),
  };
}

function takeBack(ports: EditPorts, account: AccountId, step: Step): Traces {
  const changed = carryBack(ports, account, wayBack(ports, account, step));
  const questions = questionsAfter(ports, account, changed, (open) =>
    step.questions === undefined ? open : questionsBack(open, step.questions),
  );
  return { ...changed, questions };
}

function unanswered(answeredId: string | undefined) {
  return (open: readonly AwayQuestion[]) => open.filter(({ id }) => id !== answeredId);
}

function countOf({ entries, session, questions }: Omit<Step, 'view'>): number {
  return entries.length + [session, questions].filter((image) => image !== undefined).length;
}
