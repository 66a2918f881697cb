import type { ChangeView } from '#contract';
import type { QuestionsImage } from '../../domain/away/question.ts';
import type { EntryImage, SessionImage } from '../../domain/edit/undo.ts';
import type { Session } from '../../domain/entry.ts';
import type { AccountId } from '../ports/ports.ts';

/** One edit as it can be taken back, or done again. */
export type Step = {
  readonly view: ChangeView;
  readonly entries: readonly EntryImage[];
  readonly session: SessionImage | undefined;
  /** Questions of time away, where it answered any or moved them. */
  readonly questions?: QuestionsImage | undefined;
};

export type Direction = 'undo' | 'redo';

/** Steps of this run, of one account at a time. */
export type History = {
  latest(account: AccountId, direction: Direction): Step | undefined;
  /** A new step: what was taken back before it cannot be done again any more. */
  add(account: AccountId, step: Step): void;
  /** The latest step was carried out the other way, which is a step to go back in turn. */
  turn(account: AccountId, direction: Direction, back: Step | undefined): void;
  /** What is taken back runs on under another id, which every step from now on means. */
  rename(account: AccountId, from: string, to: string): void;
  forget(): void;
};

const MOST = 100;

export function createHistory(): History {
  let owner: AccountId | undefined;
  let steps: Record<Direction, readonly Step[]> = { undo: [], redo: [] };

  function of(account: AccountId): Record<Direction, readonly Step[]> {
    return owner === account ? steps : { undo: [], redo: [] };
  }

  return {
    latest: (account, direction) => of(account)[direction].at(-1),
    add(account, step) {
      steps = { undo: [...of(account).undo, step].slice(-MOST), redo: [] };
      owner = account;
    },
    turn(account, direction, back) {
      const known = of(account);
      const other = direction === 'undo' ? 'redo' : 'undo';
      const gone = known[direction].slice(0, -1);
      const kept = back === undefined ? known[other] : [...known[other], back];
      steps = { ...known, [direction]: gone, [other]: kept };
    },
    rename(account, from, to) {
      const { undo, redo } = of(account);
      const renamed = (step: Step) => ({ ...step, session: renamedIn(step.session, from, to) });
      steps = { undo: undo.map(renamed), redo: redo.map(renamed) };
    },
    forget() {
      steps = { undo: [], redo: [] };
    },
  };
}

function renamedIn(image: Step['session'], from: string, to: string): Step['session'] {
  const named = (one: Session | undefined) => (one?.id === from ? { ...one, id: to } : one);
  return image && { ...image, before: named(image.before), after: named(image.after) };
}
