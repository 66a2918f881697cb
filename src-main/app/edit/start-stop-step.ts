import type { Instant } from '#contract';
import { isShort } from '../../domain/timer/short-session.ts';
import type { Session } from '../../domain/entry.ts';
import type { Ended } from '../entries/tracker.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { movedSession } from './carry-out-edit-or-undo.ts';
import type { Step } from './undo-history.ts';

type Press = {
  readonly account: AccountId;
  readonly at: Instant;
  readonly before: Session | undefined;
  readonly ended: Ended | undefined;
};

/** What a start, a stop or a switch has done, as it can be taken back; undefined where it did nothing. */
export function stepOfPress(
  store: Pick<Store, 'session' | 'entry'>,
  { account, at, before, ended }: Press,
): Step | undefined {
  const after = store.session(account);
  const session = movedSession(before, after);
  if (session === undefined) return undefined;
  const { entry } = ended ?? {};
  const entries =
    entry === undefined ? [] : [{ id: entry.id, before: undefined, after: store.entry(entry.id) }];
  const started = before === undefined ? 'start' : 'switch';
  const what = after === undefined ? 'stop' : started;
  const slipId = entry !== undefined && isShort(entry) ? entry.id : undefined;
  return { entries, session, view: { what, count: 1, at, slipId } };
}
