import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogFunctions } from 'electron-log';
import type { Log, LogLevel } from '../../app/ports/ports.ts';
import { redact } from './redact-log-line.ts';

type Facts = Parameters<Log>[2];
type Line = Readonly<Record<LogLevel, (text: string) => void>>;

const LEVELS: readonly LogLevel[] = ['error', 'warn', 'info'];

/** The second becomes the first when it is full. */
const FILES = ['stint.old.log', 'stint.log'];

export type LogOptions = {
  readonly folder: string;
  /** Lines below this level are dropped. */
  readonly level: LogLevel;
  /** From this size on `stint.log` becomes `stint.old.log`; 1 MB unless said otherwise. */
  readonly maxBytes?: number | undefined;
};

export type FileLog = {
  readonly log: Log;
  /** From now on every line goes through this filter, too: it knows a secret that no pattern can. */
  readonly hide: (filter: (text: string) => string) => void;
  /** Resolves once every line so far is in the file, or given up where the folder cannot be written. */
  readonly flush: () => Promise<void>;
  /** All lines that are kept, older ones first, once more without what no log may hold. */
  readonly read: () => Promise<string>;
};

/** Writes `stint.log` in the folder, which is made when needed. The first line loads the logger, none costs nothing. */
export function createLog(options: LogOptions): FileLog {
  const filters: ((text: string) => string)[] = [];
  const hidden = (text: string) => filters.reduce((rest, filter) => filter(rest), text);
  let written: Promise<Line | undefined> | undefined;
  const log: Log = (level, event, facts) => {
    if (LEVELS.indexOf(level) > LEVELS.indexOf(options.level)) return;
    const said = redact([event, ...describe(facts)].join(' '));
    const text = hidden(said);
    // A log that cannot be opened must not take the app with it.
    written ??= openFile(options).catch(() => undefined);
    written = written.then((line) => {
      line?.[level](text);
      return line;
    });
  };
  const flush = async (): Promise<void> => {
    await written;
  };
  async function read(): Promise<string> {
    await flush();
    const texts = await Promise.all(FILES.map((name) => readIfThere(join(options.folder, name))));
    return hidden(redact(texts.join('')));
  }
  return { log, flush, read, hide: (filter) => void filters.push(filter) };
}

/** What few people ever ask for is not read before the icon stands. */
async function readIfThere(file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(file, 'utf8').catch(() => '');
}

function describe(facts: Facts = {}): readonly string[] {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
}

async function openFile({ folder, maxBytes }: LogOptions): Promise<Line> {
  const { default: electronLog } = await import('electron-log/node');
  const logger: LogFunctions & typeof electronLog = electronLog.create({ logId: 'stint' });
  const { file } = logger.transports;
  logger.transports.console.level = false;
  file.resolvePathFn = () => join(folder, 'stint.log');
  file.format = '{iso} {level} {text}';
  file.maxSize = maxBytes ?? 1024 * 1024;
  // Ids of tasks and workspaces are nobody else's business on a shared machine.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  return logger;
}
