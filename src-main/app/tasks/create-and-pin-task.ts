import type { AppError, EditCommand, Outcome, Result, TaskCommand } from '#contract';
import { readError } from '../../domain/account/read-error.ts';
import type { FocusTask } from '../../domain/focus-types.ts';
import { taskView } from '../../domain/task-view.ts';
import type { Connection } from '../state/connection-and-live-state.ts';
import type { Pauses } from '../requests/pauses.ts';
import type { RequestQueue } from '../requests/request-queue.ts';
import type { AccountId, Cancel, Clock, Store, Timers } from '../ports/ports.ts';
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
  readonly timers: Timers;
  readonly editService: { carryOut(account: AccountId, command: EditCommand): Result<undefined> };
};

type Create = Extract<TaskCommand, { readonly type: 'task/create' }>;

/** Everybody in the workspace gets to see a new task: so long a slip can be called off before it is sent. */
const HELD_MS = 5_000;

/** What a person does with tasks themselves. */
export function createTasks(
  ports: Ports,
): (connection: Connection, command: TaskCommand) => Promise<Result<Outcome>> {
  const held = createHold(ports.timers);

  function send(wanted: Create): Promise<Result<Outcome>> {
    return ports.requestQueue.run(async () => {
      const asking = ports.guard.asking();
      return asking.ok ? create(ports, asking.value, wanted) : refuse(asking.error);
    });
  }

  async function createHeld(id: AccountId, command: Create): Promise<Result<Outcome>> {
    const name = command.name.trim();
    if (name === '') return refuse({ kind: 'name-needed' });
    const wanted = { ...command, name };
    const timerId = command.forTimer === true ? ports.store.session(id)?.id : undefined;
    if (!(await held.wait())) return refuse({ kind: 'cancelled' });
    const result = await send(wanted);
    if (result.ok && timerId !== undefined)
      giveTo(ports, id, timerId, { name, result: result.value });
    return result;
  }

  return async ({ id }, command) => {
    switch (command.type) {
      case 'task/pin':
        return pin(ports, id, command);
      case 'task/send-held':
        held.end(true);
        return DONE;
      case 'task/call-off':
        return held.end(false) ? DONE : refuse({ kind: 'nothing-to-undo' });
      case 'task/create':
        return createHeld(id, command);
    }
  };
}

/** One at a time: who names another new task meanwhile has looked at the one before. */
function createHold(timers: Timers): {
  /** Resolves to false where it was called off. */
  readonly wait: () => Promise<boolean>;
  readonly end: (goesOn: boolean) => boolean;
} {
  let open: { readonly cancel: Cancel; readonly resolve: (goesOn: boolean) => void } | undefined;
  function close(goesOn: boolean): boolean {
    const closed = open;
    open = undefined;
    closed?.cancel();
    closed?.resolve(goesOn);
    return closed !== undefined;
  }
  return {
    wait() {
      close(true);
      return new Promise((resolve) => {
        open = { resolve, cancel: timers.after(HELD_MS, () => close(true)) };
      });
    },
    end: close,
  };
}

/** The timer, or the entry that it has become, unless it got a task meanwhile; a name that stood in for the task goes. */
function giveTo(
  { store, editService }: Ports,
  account: AccountId,
  timerId: string,
  { name, result }: { readonly name: string; readonly result: Outcome },
): void {
  const session = store.session(account);
  const work = session?.id === timerId ? session : store.entry(timerId);
  if (work === undefined || work.task !== undefined) return;
  if (result === undefined || !('task' in result)) return;
  const change = {
    taskId: result.task.id,
    ...(work.description === name ? { description: '' } : {}),
  };
  editService.carryOut(
    account,
    work === session
      ? { type: 'timer/edit', ...change }
      : { type: 'entry/edit', entryId: timerId, ...change },
  );
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
