import { join } from 'node:path';
import { createClock } from './adapters/clock/clock.ts';
import { createTimers } from './adapters/clock/timers.ts';
import { createLog } from './adapters/log/log.ts';
import type { Clock, Log, Timers } from './app/ports.ts';

/** What the desktop shares with the core. */
export type Platform = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
};

export function createPlatform({ dataFolder }: Pick<Platform, 'dataFolder'>): Platform {
  const { log } = createLog({ folder: join(dataFolder, 'logs'), level: 'info' });
  return { dataFolder, clock: createClock(), timers: createTimers(), log };
}
