import type { AppError, Command, Instant, Result, Seconds, TaskView } from '#contract';
import { taskView } from '../domain/task-view.ts';
import type { AccountService } from './account.ts';
import type { Connection, LiveState } from './connection.ts';
import type { Log, Store } from './ports.ts';
import { DONE, refuse } from './results.ts';
import type { CoreCommand } from './stint.ts';
import type { Tracker } from './tracker.ts';

export type CommandPorts = {
  readonly store: Store;
  readonly log: Log;
  readonly live: LiveState;
  readonly tracker: Tracker;
  readonly account: AccountService;
  /** Sends what waits and reads tasks and today afresh. */
  readonly refresh: () => Promise<AppError | undefined>;
  /** After a connection came about: sends what waits for it and reads today. */
  readonly connected: () => void;
  readonly wake: () => void;
  readonly changed: () => void;
};

type Of<Type extends Command['type']> = Extract<CoreCommand, { readonly type: Type }>;

/** Carries out one command. A store that fails becomes a `Result` too: nothing was changed then. */
export function createCommands(
  ports: CommandPorts,
): (command: CoreCommand) => Promise<Result<undefined>> {
  return async (command) => {
    try {
      const result = await carryOut(ports, command);
      ports.changed();
      ports.wake();
      return result;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      ports.log('error', 'command failed', { type: command.type, detail });
      return refuse({ kind: 'storage-failed', detail });
    }
  };
}

function carryOut(ports: CommandPorts, command: CoreCommand): Promise<Result<undefined>> {
  switch (command.type) {
    case 'timer/start':
    case 'timer/stop':
    case 'entry/edit':
    case 'entry/delete':
    case 'entry/undelete':
    case 'entry/revert': {
      const { connection } = ports.live.get();
      return Promise.resolve(
        connection === undefined
          ? refuse({ kind: 'not-connected' })
          : carryOutTracking(ports, connection, command),
      );
    }
    case 'settings/left-click':
      ports.store.setSettings({ leftClick: command.leftClick });
      return Promise.resolve(DONE);
    case 'sync/now':
      return ports.refresh().then((error) => (error === undefined ? DONE : refuse(error)));
    default:
      return carryOutAccount(ports, command);
  }
}

function carryOutTracking(
  ports: CommandPorts,
  connection: Connection,
  command: Of<
    'timer/start' | 'timer/stop' | 'entry/edit' | 'entry/delete' | 'entry/undelete' | 'entry/revert'
  >,
): Result<undefined> {
  const { tracker } = ports;
  switch (command.type) {
    case 'timer/start':
      return start(ports, connection, command);
    case 'timer/stop':
      return tracker.stop(connection.id) ? DONE : refuse({ kind: 'nothing-running' });
    case 'entry/edit':
      return edit(ports, connection, command);
    case 'entry/delete':
      return known(tracker.remove(connection.id, command.entryId));
    case 'entry/undelete':
      return known(tracker.undoRemove(connection.id, command.entryId));
    case 'entry/revert':
      return known(tracker.revert(connection.id, command.entryId));
  }
}

async function carryOutAccount(
  { account, connected }: CommandPorts,
  command: Of<'account/connect' | 'account/demo' | 'account/disconnect' | 'account/unlock'>,
): Promise<Result<undefined>> {
  switch (command.type) {
    case 'account/disconnect':
      return account.disconnect(command.evenIfWaiting);
    case 'account/unlock':
      return account.unlock();
    case 'account/connect':
    case 'account/demo': {
      const result =
        command.type === 'account/demo'
          ? await account.connectDemo()
          : await account.connect(command);
      if (result.ok) connected();
      return result;
    }
  }
}

function start(
  { store, tracker }: CommandPorts,
  { id }: Connection,
  { taskId, description }: Of<'timer/start'>,
): Result<undefined> {
  const task = taskId === undefined ? undefined : findTask(store, id, taskId);
  if (taskId !== undefined && task === undefined) return refuse({ kind: 'unknown-task' });
  const words = meaningful(description);
  if (task === undefined && words === undefined) {
    return refuse({ kind: 'task-or-description-needed' });
  }
  tracker.start(id, { task, description: words });
  return DONE;
}

function edit(
  { store, tracker }: CommandPorts,
  { id }: Connection,
  { entryId, taskId, description, startAt, seconds }: Of<'entry/edit'>,
): Result<undefined> {
  const task = typeof taskId === 'number' ? findTask(store, id, taskId) : undefined;
  if (typeof taskId === 'number' && task === undefined) return refuse({ kind: 'unknown-task' });
  const change = {
    ...(taskId === undefined ? {} : { task }),
    ...(description === undefined ? {} : { description: meaningful(description) }),
    ...(startAt === undefined ? {} : { startAt: startAt as Instant }),
    ...(seconds === undefined ? {} : { seconds: seconds as Seconds }),
  };
  return known(tracker.edit(id, entryId, change));
}

function known(found: boolean): Result<undefined> {
  return found ? DONE : refuse({ kind: 'unknown-entry' });
}

/** From the cache or, for a task that left it, from what was tracked lately. */
function findTask(store: Store, id: Connection['id'], taskId: number): TaskView | undefined {
  const cached = store.task(id, taskId);
  if (cached !== undefined) return taskView(cached);
  return store.recentTasks(id, 100).find((task) => task.id === taskId);
}

function meaningful(description: string | undefined): string | undefined {
  const words = description?.trim();
  return words === '' ? undefined : words;
}
