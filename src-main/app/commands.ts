import type {
  Command,
  Outcome,
  ReadCommand,
  Result,
  SettingCommand,
  ShowCommand,
  TaskCommand,
} from '#contract';
import type { PresenceWatch } from './away/watch-presence.ts';
import type { AccountService } from './account/connect-restore-unlock.ts';
import type { EditService } from './edit/edit-undo-redo.ts';
import type { Drafts } from './state/unsaved-drafts.ts';
import type { Connection, LiveState } from './state/connection-and-live-state.ts';
import type { Log, Store } from './ports/ports.ts';
import { DONE, refuse } from './ports/results.ts';
import type { CoreCommand } from './stint.ts';
import {
  createTimerPresses,
  type PressPorts,
  type TimerPresses,
} from './entries/start-stop-presses.ts';
import { chosenBy } from './settings-of-commands.ts';
import { startable } from './tasks/recent-and-startable-tasks.ts';
import { meaningful } from './tasks/find-task.ts';
import type { Ended, Tracker } from './entries/tracker.ts';

export type CommandPorts = PressPorts & {
  readonly store: Store;
  readonly log: Log;
  readonly live: LiveState;
  readonly tracker: Tracker;
  readonly account: AccountService;
  readonly editService: Pick<EditService, 'carryOut' | 'press'>;
  readonly show: (connection: Connection, command: ShowCommand) => Result<Outcome>;
  readonly read: (connection: Connection, command: ReadCommand) => Promise<Result<Outcome>>;
  readonly task: (connection: Connection, command: TaskCommand) => Promise<Result<Outcome>>;
  readonly exportCsv: (connection: Connection) => Promise<Result<Outcome>>;
  /** After a connection came about: sends what waits for it and reads today. */
  readonly connected: () => void;
  readonly wake: () => void;
  readonly retryKey: () => void;
  readonly changed: () => void;
  readonly drafts: Drafts;
  readonly watch: Pick<PresenceWatch, 'look' | 'follow'>;
};

type Inside = CommandPorts & { readonly presses: TimerPresses };

type Of<Type extends Command['type']> = Extract<CoreCommand, { readonly type: Type }>;
type AccountCommand = Of<
  'account/connect' | 'account/demo' | 'account/disconnect' | 'account/unlock'
>;
type Asked = Exclude<CoreCommand, Of<'draft/keep'>>;
type ConnectedCommand = Exclude<Asked, AccountCommand | SettingCommand>;

/** Carries out one command. A store that fails becomes a `Result` too: nothing was changed then. */
export function createCommands(
  ports: CommandPorts,
): (command: CoreCommand) => Promise<Result<Outcome>> {
  const inside = { ...ports, presses: createTimerPresses(ports) };
  return async (command) => {
    // Nothing was asked for, and nobody is to be told: no wish of the person's by which others may be tried again.
    if (command.type === 'draft/keep') return keepDraft(ports, command);
    try {
      // Whoever presses is there: what is to be asked of the time before is known by then.
      if (command.type.startsWith('timer/')) ports.watch.look();
      const result = await carryOut(inside, command);
      ports.watch.follow();
      ports.retryKey();
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

function keepDraft({ live, drafts }: CommandPorts, { draft }: Of<'draft/keep'>): Result<Outcome> {
  const { connection } = live.get();
  if (connection === undefined) return refuse({ kind: 'not-connected' });
  drafts.keep(connection.id, draft);
  return DONE;
}

async function carryOut(ports: Inside, command: Asked): Promise<Result<Outcome>> {
  if (isSetting(command)) {
    ports.store.setSettings(chosenBy(command));
    return DONE;
  }
  switch (command.type) {
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
  ports: Inside,
  connection: Connection,
  command: ConnectedCommand,
): Promise<Result<Outcome>> {
  if (isOf(command, 'show')) return ports.show(connection, command);
  if (isRead(command)) return read(ports, connection, command);
  if (isOf(command, 'task')) return ports.task(connection, command);
  switch (command.type) {
    case 'timer/start':
      return start(ports, connection, command);
    case 'timer/stop':
      return stop(ports, connection);
    case 'export/csv':
      return ports.exportCsv(connection);
    default:
      return ports.editService.carryOut(connection.id, command);
  }
}

/** Whether the command's type begins with the family's name. */
function isOf<Family extends string>(
  command: ConnectedCommand,
  family: Family,
): command is Extract<ConnectedCommand, { readonly type: `${Family}/${string}` }> {
  return command.type.startsWith(`${family}/`);
}

function isSetting(command: Asked): command is SettingCommand {
  return command.type.startsWith('settings/');
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

/** What runs elsewhere goes on here: a timer that is started by this press. */
async function read(
  ports: Inside,
  connection: Connection,
  command: ReadCommand,
): Promise<Result<Outcome>> {
  const begun = ports.presses.begun(connection.id);
  const result = await ports.read(connection, command);
  if (command.type === 'elsewhere/take-over' && result.ok) begun();
  return result;
}

function stop(ports: Inside, { id }: Connection): Result<undefined> {
  return ports.presses.take(id, { kind: 'stop' }, () => {
    const ended = ports.editService.press(id, () => ports.tracker.stop(id));
    tellShort(ports, ended);
    return ended === undefined ? refuse({ kind: 'nothing-running' }) : DONE;
  });
}

function start(
  ports: Inside,
  { id }: Connection,
  { taskId, description, timeBlockId }: Of<'timer/start'>,
): Result<undefined> {
  const { store, tracker } = ports;
  const task = taskId === undefined ? undefined : startable(store, id, taskId);
  if (taskId !== undefined && task === undefined) return refuse({ kind: 'unknown-task' });
  // With neither the time counts all the same, and what it was spent on is said later.
  const words = meaningful(description);
  return ports.presses.take(id, { kind: 'start', taskId, description: words }, (as) => {
    const work = { task, description: words, timeBlockId };
    if (as === 'correction') tracker.correct(id, work);
    else
      tellShort(
        ports,
        ports.editService.press(id, () => tracker.start(id, work)),
      );
    return DONE;
  });
}

/** A slip is thrown away and said so, until the next start or stop. */
function tellShort({ live }: CommandPorts, ended: Ended | undefined): void {
  const isShort = ended !== undefined && ended.entry === undefined;
  const wasShort = live.get().notice?.kind === 'session-too-short';
  if (isShort) live.set({ notice: { kind: 'session-too-short' } });
  else if (wasShort) live.set({ notice: undefined });
}
