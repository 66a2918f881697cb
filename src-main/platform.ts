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
};

export function createPlatform({ dataFolder }: Pick<Platform, 'dataFolder'>): Platform {
  const { log, hide } = createLog({ folder: join(dataFolder, 'logs'), level: 'info' });
  return { dataFolder, clock: createClock(), timers: createTimers(), log, hide };
}
