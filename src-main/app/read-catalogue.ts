import type { AppError } from '#contract';
import type { Clock, Store } from './ports.ts';
import type { Asking, ReadGuard } from './read-guard.ts';

export type CatalogueReader = {
  readTasks(connection: Asking): Promise<AppError | undefined>;
  /** First weekday and hours of the account; asks nothing while what is known is a day old at most. */
  readSettings(connection: Asking): Promise<AppError | undefined>;
};

type Ports = { readonly store: Store; readonly clock: Clock; readonly guard: ReadGuard };

const DAY_MS = 86_400_000;

/** What Toggl Focus knows of the workspace and the person, kept with its age. */
export function createCatalogueReader({ store, clock, guard }: Ports): CatalogueReader {
  return {
    async readTasks({ id, api }) {
      const held = guard.readHeld(id);
      if (held !== undefined) return held;
      const answer = await api.streamTasks();
      return store.transaction(() => {
        if (answer.ok) store.setTaskCache(id, { tasks: answer.value, readAt: clock.now() });
        return guard.note(id, answer);
      });
    },
    async readSettings({ id, api }) {
      const known = store.focusSettings(id);
      if (known !== undefined && Math.abs(clock.now() - known.readAt) <= DAY_MS) return undefined;
      const held = guard.readHeld(id);
      if (held !== undefined) return held;
      const answer = await api.getSettings();
      return store.transaction(() => {
        if (answer.ok) store.setFocusSettings(id, { ...answer.value, readAt: clock.now() });
        return guard.note(id, answer);
      });
    },
  };
}
