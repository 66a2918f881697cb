import type { AppError, Outcome, Result, TaskCommand } from '#contract';
import { readError } from '../../domain/account/read-error.ts';
import type { FocusTask } from '../../domain/focus-types.ts';
import { taskView } from '../../domain/task-view.ts';
import type { Connection } from '../state/connection-and-live-state.ts';
import type { Pauses } from '../requests/pauses.ts';
import type { RequestQueue } from '../requests/request-queue.ts';
import type { AccountId, Clock, Store } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import type { CatalogueReader } from './read-tasks-and-settings.ts';
import { DONE, refuse } from '../ports/results.ts';
import { findTask } from './find-task.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly requestQueue: RequestQueue;
  readonly pauses: Pauses;
  readonly guard: ReadGuard;
  readonly reader: CatalogueReader;
};

type Create = Extract<TaskCommand, { readonly type: 'task/create' }>;

/** What a person does with tasks themselves. */
export function createTasks(
  ports: Ports,
): (connection: Connection, command: TaskCommand) => Promise<Result<Outcome>> {
  return async ({ id }, command) => {
    if (command.type === 'task/pin') return pin(ports, id, command);
    const name = command.name.trim();
    if (name === '') return refuse({ kind: 'name-needed' });
    return ports.requestQueue.run(async () => {
      const asking = ports.guard.asking();
      return asking.ok ? create(ports, asking.value, { ...command, name }) : refuse(asking.error);
    });
  };
}

function pin(
  { store, clock }: Ports,
  account: AccountId,
  { taskId, pinned }: Extract<TaskCommand, { readonly type: 'task/pin' }>,
): Result<undefined> {
  const task = findTask(store, account, taskId);
  if (task === undefined) return refuse({ kind: 'unknown-task' });
  store.setPinned(account, task, pinned ? clock.now() : undefined);
  return DONE;
}

async function create(
  ports: Ports,
  { id, api }: Asking,
  { name, projectId }: Create,
): Promise<Result<Outcome>> {
  const { store, clock, pauses, guard } = ports;
  const held = guard.writePaused(id);
  if (held !== undefined) return refuse(held);
  const knownIds = new Set(store.taskCache(id).map((task) => task.id));
  const answer = await api.createTask({ name, projectId });
  pauses.note(id, answer);
  if (answer.ok) return keep(ports, id, answer.value);
  const error: AppError = readError(answer, clock.now());
  if (answer.error.applied === 'no') return refuse(error);
  // It may be there all the same: a look tells, and nothing is created twice.
  await ports.reader.readTasks({ id, api });
  const made = store
    .taskCache(id)
    .find(
      (task) =>
        !knownIds.has(task.id) &&
        task.name === name &&
        (projectId === undefined || task.projectId === projectId),
    );
  return made === undefined ? refuse(error) : keep(ports, id, made);
}

/** The first in every list: whoever creates a task wants to track on it. */
function keep({ store, clock }: Ports, account: AccountId, task: FocusTask): Result<Outcome> {
  const view = taskView(task);
  store.transaction(() => {
    store.putTasks(account, [task]);
    store.touchTask(account, view, clock.now());
  });
  return { ok: true, value: { task: view } };
}
