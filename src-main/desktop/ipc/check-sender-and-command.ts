import type {
  Answer,
  AppError,
  Command,
  Found,
  HelpCommand,
  Outcome,
  Result,
  SaidError,
  Search,
} from '#contract';
import type { Log } from '../../app/ports/ports.ts';
import type { CoreCommand, Stint } from '../../app/stint.ts';
import { parseCommand, parseSearch, type Parsed } from './parse-command.ts';

/** As much of a frame and its web contents as tells who is speaking. */
type Frame = { readonly origin: string };
export type Speaker = {
  readonly sender: { readonly id: number; readonly mainFrame: Frame };
  /** Null once the frame is gone. */
  readonly senderFrame: Frame | null;
};

export type IpcCheckPorts = {
  readonly stint: Pick<Stint, 'command' | 'search'>;
  readonly windows: WindowCommands;
  /** Finds the words of an error. */
  readonly say: (error: AppError) => SaidError;
  /** Id of the popup's web contents, undefined while there is no popup. */
  readonly popupId: () => number | undefined;
  readonly origin: string;
  readonly log: Log;
};

export type EdgeDrag = Pick<
  Extract<Command, { type: 'popup/drag-edge' }>,
  'edge' | 'screenY' | 'released'
>;

/** Commands that are about windows and end in the desktop. */
export type WindowCommands = {
  ready(): void;
  close(): void;
  pointer(isInside: boolean): void;
  inSight(): void;
  dragEdge(drag: EdgeDrag): void;
  openLink(link: Extract<Command, { type: 'link/open' }>['link']): Promise<void>;
  help(command: HelpCommand): Promise<Result<Outcome>>;
  startWithSystem(on: boolean): Result<undefined>;
  quit(): void;
};

export type IpcCheck = {
  command(speaker: Speaker, payload: readonly unknown[]): Promise<Answer<Outcome>>;
  search(speaker: Speaker, payload: readonly unknown[]): Promise<Answer<Found<Search>>>;
};

const MALFORMED = { ok: false, error: { kind: 'malformed-command' } } as const;
const DONE: Result<undefined> = { ok: true, value: undefined };

/**
 * The door between page and main. It lets in one argument of a known shape, spoken by the main
 * frame of the popup while that shows Stint's own page; everything else is answered as malformed.
 */
export function createIpcCheck(ports: IpcCheckPorts): IpcCheck {
  const { stint, log } = ports;

  async function enter<In, Out>(
    speaker: Speaker,
    parse: () => Parsed<In>,
    carryOut: (value: In) => Promise<Result<Out>>,
  ): Promise<Result<Out>> {
    const stranger = strangeness(speaker, ports);
    if (stranger !== undefined) {
      log('warn', 'ipc-refused', { contents: speaker.sender.id, because: stranger });
      return MALFORMED;
    }
    const parsed = parse();
    if (!parsed.ok) {
      log('warn', 'ipc-malformed', { path: parsed.path, code: parsed.code });
      return MALFORMED;
    }
    try {
      return await carryOut(parsed.value);
    } catch (error) {
      // The core answers with results; a throw is a bug, and its message could hold anything.
      log('error', 'ipc-threw', { error: error instanceof Error ? error.name : typeof error });
      return MALFORMED;
    }
  }

  return {
    command: async (speaker, payload) =>
      inWords(
        await enter(
          speaker,
          () => parseCommand(only(payload)),
          (command) => carryOut(command, ports),
        ),
        ports,
      ),
    search: async (speaker, payload) =>
      inWords(
        await enter(
          speaker,
          () => parseSearch(only(payload)),
          (search: Search) => Promise.resolve(stint.search(search)),
        ),
        ports,
      ),
  };
}

function inWords<T>(result: Result<T>, { say }: Pick<IpcCheckPorts, 'say'>): Answer<T> {
  return result.ok ? result : { ok: false, error: say(result.error) };
}

function only(payload: readonly unknown[]): unknown {
  return payload.length === 1 ? payload[0] : undefined;
}

/** Why the speaker is not the popup's page, or undefined where it is. */
function strangeness(speaker: Speaker, ports: IpcCheckPorts): string | undefined {
  if (speaker.sender.id !== ports.popupId()) return 'contents';
  if (speaker.senderFrame === null || speaker.senderFrame !== speaker.sender.mainFrame) {
    return 'frame';
  }
  return speaker.senderFrame.origin === ports.origin ? undefined : 'origin';
}

type Ports = Pick<IpcCheckPorts, 'windows' | 'log'>;
type DesktopCommand = Exclude<Command, CoreCommand>;
type CarriedOut = Promise<Result<Outcome>> | Result<Outcome>;

function done(by: () => void): Result<undefined> {
  by();
  return DONE;
}

/** What is about windows, files and the system. */
const BY_DESKTOP: {
  readonly [Type in DesktopCommand['type']]: (
    command: Extract<Command, { type: Type }>,
    ports: Ports,
  ) => CarriedOut;
} = {
  'popup/ready': (_, { windows }) => done(() => windows.ready()),
  'popup/close': (_, { windows }) => done(() => windows.close()),
  'popup/pointer': ({ inside }, { windows }) => done(() => windows.pointer(inside)),
  'popup/in-sight': (_, { windows }) => done(() => windows.inSight()),
  'popup/drag-edge': (command, { windows }) => done(() => windows.dragEdge(command)),
  'page/failed': ({ error, where }, { log }) =>
    done(() => log('error', 'page-failed', { error, where })),
  'help/news': (command, { windows }) => windows.help(command),
  'help/save-report': (command, { windows }) => windows.help(command),
  'help/open-log': (command, { windows }) => windows.help(command),
  'link/open': ({ link }, { windows }) => windows.openLink(link).then(() => DONE),
  'app/start-with-system': ({ on }, { windows }) => windows.startWithSystem(on),
  'app/quit': (_, { windows }) => done(() => windows.quit()),
};

async function carryOut(
  command: Command,
  ports: Pick<IpcCheckPorts, 'stint' | 'windows' | 'log'>,
): Promise<Result<Outcome>> {
  if (!isOfDesktop(command)) return ports.stint.command(command);
  // Which of them it is, its type says.
  const byDesktop = BY_DESKTOP[command.type] as (command: Command, ports: Ports) => CarriedOut;
  return byDesktop(command, ports);
}

function isOfDesktop(command: Command): command is DesktopCommand {
  return Object.hasOwn(BY_DESKTOP, command.type);
}
