import { relinked, type AwayQuestion, type QuestionsImage } from '../../domain/away/question.ts';
import type { OccupiedSpan } from '../../domain/day/occupied-span.ts';
import type { AccountId, Clock, Store } from '../ports/ports.ts';
import { occupiedSpanById } from './surroundings.ts';
import type { Step } from './undo-history.ts';

type Ports = { readonly store: Store; readonly clock: Clock };

/** Lets the questions that are left follow their work, and tells of any change. */
export function questionsAfter(
  { store, clock }: Ports,
  account: AccountId,
  { entries, session }: Pick<Step, 'entries' | 'session'>,
  left: (open: readonly AwayQuestion[]) => readonly AwayQuestion[],
): QuestionsImage | undefined {
  const before = store.awayQuestions(account);
  const now = clock.now();
  const workOf = (id: string): OccupiedSpan | undefined =>
    occupiedSpanById({ store, account, now }, id);
  const ids = [session?.after?.id ?? [], entries.map(({ id }) => id)].flat(2);
  const touched = ids.flatMap((id) => workOf(id) ?? []);
  const after = relinked(left(before), workOf, touched);
  if (JSON.stringify(after) === JSON.stringify(before)) return undefined;
  store.setAwayQuestions(account, after);
  return { before, after };
}
