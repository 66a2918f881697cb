import type {
  Command,
  MendCommand,
  Outcome,
  ReadCommand,
  Result,
  ShowCommand,
  TaskCommand,
} from '#contract';
import type { AccountService } from './account.ts';
import type { Connection, LiveState } from './connection.ts';
import type { Log, Store } from './ports.ts';
import { DONE, refuse } from './results.ts';
import type { CoreCommand } from './stint.ts';
import { findTask, meaningful } from './work.ts';
import type { Tracker } from './tracker.ts';

export type CommandPorts = {
  readonly store: Store;
  readonly log: Log;
  readonly live: LiveState;
  readonly tracker: Tracker;
  readonly account: AccountService;
  readonly mend: (connection: Connection, command: MendCommand) => Result<undefined>;
  readonly show: (connection: Connection, command: ShowCommand) => Result<undefined>;
  readonly read: (connection: Connection, command: ReadCommand) => Promise<Result<Outcome>>;
  readonly task: (connection: Connection, command: TaskCommand) => Promise<Result<Outcome>>;
  readonly exportCsv: (connection: Connection) => Promise<Result<Outcome>>;
  /** After a connection came about: sends what waits for it and reads today. */
  readonly connected: () => void;
  readonly wake: () => void;
  readonly changed: () => void;
};

type Of<Type extends Command['type']> = Extract<CoreCommand, { readonly type: Type }>;
type AccountCommand = Of<
  'account/connect' | 'account/demo' | 'account/disconnect' | 'account/unlock'
>;
type ConnectedCommand = Exclude<CoreCommand, AccountCommand | Of<'settings/left-click'>>;

/** Carries out one command. A store that fails becomes a `Result` too: nothing was changed then. */
export function createCommands(
  ports: CommandPorts,
): (command: CoreCommand) => Promise<Result<Outcome>> {
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

async function carryOut(ports: CommandPorts, command: CoreCommand): Promise<Result<Outcome>> {
  switch (command.type) {
    case 'settings/left-click':
      ports.store.setSettings({ leftClick: command.leftClick });
      return DONE;
    case 'account/connect':
    case 'account/demo':
    case 'account/disconnect':
    case 'account/unlock':
      return carryOutAccount(ports, command);
    default: {
      const { connection } = ports.live.get();
      return connection === undefined
        ? refuse({ kind: 'not-connected' })
        : carryOutConnected(ports, connection, command);
    }
  }
}

async function carryOutConnected(
  ports: CommandPorts,
  connection: Connection,
  command: ConnectedCommand,
): Promise<Result<Outcome>> {
  if (isOf(command, 'show')) return ports.show(connection, command);
  if (isRead(command)) return ports.read(connection, command);
  if (isOf(command, 'task')) return ports.task(connection, command);
  switch (command.type) {
    case 'timer/start':
      return start(ports, connection, command);
    case 'timer/stop':
      return ports.tracker.stop(connection.id) ? DONE : refuse({ kind: 'nothing-running' });
    case 'export/csv':
      return ports.exportCsv(connection);
    default:
      return ports.mend(connection, command);
  }
}

/** Whether the command's type begins with the family's name. */
function isOf<Family extends string>(
  command: ConnectedCommand,
  family: Family,
): command is Extract<ConnectedCommand, { readonly type: `${Family}/${string}` }> {
  return command.type.startsWith(`${family}/`);
}

function isRead(command: ConnectedCommand): command is Extract<ConnectedCommand, ReadCommand> {
  return (
    command.type === 'entry/check' ||
    isOf(command, 'read') ||
    isOf(command, 'sync') ||
    isOf(command, 'elsewhere')
  );
}

async function carryOutAccount(
  { account, connected }: CommandPorts,
  command: AccountCommand,
): Promise<Result<Outcome>> {
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
  { taskId, description, timeBlockId }: Of<'timer/start'>,
): Result<undefined> {
  const task = taskId === undefined ? undefined : findTask(store, id, taskId);
  if (taskId !== undefined && task === undefined) return refuse({ kind: 'unknown-task' });
  const words = meaningful(description);
  if (task === undefined && words === undefined) {
    return refuse({ kind: 'task-or-description-needed' });
  }
  tracker.start(id, { task, description: words, timeBlockId });
  return DONE;
}
