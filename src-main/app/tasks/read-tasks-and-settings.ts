import type { AppError } from '#contract';
import type { FocusTask, Listing } from '../../domain/focus-types.ts';
import type { AccountId, Clock, Store, Timers } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import { inParts } from '../entries/write-in-slices.ts';
import type { ViewState } from '../state/view-state.ts';

export type CatalogueReader = {
  readTasks(connection: Asking): Promise<AppError | undefined>;
  /** First weekday and hours of the account; asks nothing while what is known is a day old at most. */
  readSettings(connection: Asking): Promise<AppError | undefined>;
  /** Asks nothing once it is known, nor a second time in a run: not every role is told it. */
  readWorkspaceName(connection: Asking): Promise<AppError | undefined>;
};

type Keeping = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly view: ViewState;
};
type Ports = Keeping & { readonly guard: ReadGuard };

const DAY_MS = 86_400_000;

/** What Toggl Focus knows of the workspace and the person, kept with its age. */
export function createCatalogueReader(ports: Ports): CatalogueReader {
  const { store, clock, guard } = ports;
  const asked = new Set<AccountId>();
  return {
    async readTasks({ id, api }) {
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      const answer = await api.streamTasks();
      if (answer.ok) await keepTasks(ports, id, answer.value);
      return guard.note(id, answer);
    },
    async readSettings({ id, api }) {
      const known = store.focusSettings(id);
      if (known !== undefined && Math.abs(clock.now() - known.readAt) <= DAY_MS) return undefined;
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      const answer = await api.getSettings();
      return store.transaction(() => {
        if (answer.ok) store.setFocusSettings(id, { ...answer.value, readAt: clock.now() });
        return guard.note(id, answer);
      });
    },
    async readWorkspaceName({ id, api }) {
      if (asked.has(id) || store.workspaceName(id) !== undefined) return undefined;
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      asked.add(id);
      const answer = await api.getWorkspaceName();
      if (answer.ok && answer.value !== undefined) store.setWorkspaceName(id, answer.value);
      return guard.note(id, answer);
    },
  };
}

/** Where the list is not whole, what is known here and is not in it stays. */
export async function keepTasks(
  { store, clock, timers, view }: Keeping,
  account: AccountId,
  { items, leftOut, isList }: Listing<FocusTask>,
): Promise<void> {
  await inParts(timers, items, (part) => store.putTasks(account, part));
  const isComplete = isList && leftOut.length === 0;
  const onlyIds = isComplete ? items.map(({ id }) => id) : undefined;
  store.setTasksRead(account, clock.now(), onlyIds);
  view.noteLeftOut(account, 'tasks', leftOut.length);
}
