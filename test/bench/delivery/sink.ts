import type { FocusApi } from '../../../src-main/app/ports/focus-api.ts';
import type { FocusAnswer, NewEntry } from '../../../src-main/domain/focus-types.ts';

/** A Toggl Focus that cannot be reached. */
export const unreachable: FocusApi = everyRoute(() => ({
  ok: false,
  error: { kind: 'not-sent', applied: 'no', cause: 'network', detail: 'unreachable' },
  quota: undefined,
}));

/** Takes every bulk and keeps none of it; `taken` hears of each before it is answered. */
export function createSink(taken: (entries: readonly NewEntry[]) => void): FocusApi {
  return {
    ...unreachable,
    createEntries(entries) {
      taken(entries);
      return Promise.resolve({ ok: true, value: undefined, quota: undefined });
    },
  };
}

function everyRoute(answer: () => FocusAnswer<never>): FocusApi {
  const route = (): Promise<FocusAnswer<never>> => Promise.resolve(answer());
  return {
    listTaskEntries: route,
    createTaskEntry: route,
    getTaskEntry: route,
    replaceTaskEntry: route,
    deleteTaskEntry: route,
    updateTaskEntry: route,
    archiveTaskEntry: route,
    restoreTaskEntry: route,
    unarchiveTaskEntry: route,
    listEntries: route,
    createEntries: route,
    deleteEntries: route,
    updateEntries: route,
    restoreEntries: route,
    getWorkspaceName: route,
    listTags: route,
    streamEntries: route,
    streamEntriesInBatches: route,
    streamEntriesOfTimeBlocks: route,
    getSettings: route,
    listTasks: route,
    streamTasks: route,
    getTask: route,
    createTask: route,
    listProjects: route,
    streamTimeBlocks: route,
    createEntry: route,
    getEntry: route,
    updateEntry: route,
    deleteEntry: route,
    archiveEntry: route,
    unarchiveEntry: route,
    currentEntry: route,
    startTracking: route,
    stopTracking: route,
  };
}
