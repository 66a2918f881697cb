import { join } from 'node:path';
import { createClock } from './adapters/clock/wall-clock.ts';
import { createTimers } from './adapters/clock/long-timers.ts';
import { createLog, type FileLog } from './adapters/log/log-file.ts';
import type { Clock, Log, Timers } from './app/ports/ports.ts';

/** What the desktop shares with the core. */
export type Platform = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Keeps a secret out of the log from now on. */
  readonly hide: FileLog['hide'];
  readonly logFolder: string;
  readonly readLog: FileLog['read'];
};

export function createPlatform({ dataFolder }: Pick<Platform, 'dataFolder'>): Platform {
  const logFolder = join(dataFolder, 'logs');
  const { log, hide, read } = createLog({ folder: logFolder, level: 'info' });
  const shared = { clock: createClock(), timers: createTimers(), log, hide };
  return { ...shared, dataFolder, logFolder, readLog: read };
}
