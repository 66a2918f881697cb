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
  quit(): void;
};

export type IpcCheck = {
  command(speaker: Speaker, payload: readonly unknown[]): Promise<Answer<Outcome>>;
  search(speaker: Speaker, payload: readonly unknown[]): Promise<Answer<Found<Search>>>;
};

const MALFORMED = { ok: false, error: { kind: 'malformed-command' } } as const;
const DONE = { ok: true, value: undefined } as const;

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

async function carryOut(
  command: Command,
  { stint, windows, log }: Pick<IpcCheckPorts, 'stint' | 'windows' | 'log'>,
): Promise<Result<Outcome>> {
  if (isHelp(command)) return windows.help(command);
  switch (command.type) {
    case 'popup/ready':
      windows.ready();
      return DONE;
    case 'popup/close':
      windows.close();
      return DONE;
    case 'popup/pointer':
      windows.pointer(command.inside);
      return DONE;
    case 'popup/in-sight':
      windows.inSight();
      return DONE;
    case 'popup/drag-edge':
      windows.dragEdge(command);
      return DONE;
    case 'page/failed':
      log('error', 'page-failed', { error: command.error, where: command.where });
      return DONE;
    case 'link/open':
      await windows.openLink(command.link);
      return DONE;
    case 'app/quit':
      windows.quit();
      return DONE;
    default:
      return stint.command(command satisfies CoreCommand);
  }
}

function isHelp(command: Command): command is HelpCommand {
  return command.type.startsWith('help/');
}
