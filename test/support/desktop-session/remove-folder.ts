import { readdirSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { inspect, killAll, type Process } from './processes.ts';
import { until } from '../until.ts';

function linksOf(pid: number): readonly string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    const files = readdirSync(folder).map((name) => `${folder}/${name}`);
    return [`/proc/${pid}/cwd`, ...files].flatMap((link) => {
      try {
        return [readlinkSync(link)];
      } catch {
        return []; // it was closed meanwhile
      }
    });
  } catch {
    return []; // it ended meanwhile, or belongs to someone else
  }
}

/** The processes that have a file of the folder open or work in it. */
function usersOf(folder: string): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`)
    .filter((pid) => linksOf(Number(pid)).some((path) => `${path}/`.startsWith(`${folder}/`)))
    .map((pid) => inspect(Number(pid)))
    .filter((each) => each !== undefined)
    .filter(({ ended }) => !ended);
}

/**
 * Removes a folder and all in it. Where that fails somebody still writes there, and is ended: a process that was being
 * started while its session was listed is in no list. What a killed one had asked of the disk may still be carried out,
 * so that a folder may have to be emptied again.
 */
export async function removeFolder(folder: string): Promise<void> {
  await until(async () => {
    try {
      await rm(folder, { recursive: true, force: true });
      return true;
    } catch (error) {
      await killAll(() => usersOf(folder));
      throw error;
    }
  }, `${folder} is removed`);
}
