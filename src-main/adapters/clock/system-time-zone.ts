import { lstatSync, readlinkSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

export type SystemZone = {
  /** The IANA name of the system's zone, as it is now. Dates and formats made from now on are in it. */
  now(): string;
  /** Tells of a change at once where the system says so; returns what ends that. */
  watch(changed: () => void): () => void;
};

/** What systems with a folder of zones choose theirs by: a link into it. */
const LOCALTIME = '/etc/localtime';

/**
 * V8 reads the zone once and keeps it. Whoever asks here has it read anew where the system has another one since the
 * last question: what is looked at costs a few microseconds, and reading the zone anew much more.
 */
export function createSystemZone(file = LOCALTIME, readZone = readAnew): SystemZone {
  // Not before somebody asks: the start has the icon to think of.
  let known: { readonly stamp: string | undefined; readonly zone: string } | undefined;
  return {
    now() {
      const stamp = stampOf(file);
      // Without such a link (Windows) nothing cheaper tells than the zone itself.
      if (stamp === undefined || stamp !== known?.stamp) known = { stamp, zone: readZone() };
      return known.zone;
    },
    watch(changed) {
      try {
        const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
          if (name === null || name === basename(file)) changed();
        });
        // Its openings and wake-ups tell too, only later.
        watcher.on('error', () => watcher.close());
        return () => watcher.close();
      } catch {
        return () => undefined;
      }
    },
  };
}

/** What is different once the zone is; undefined where that cannot be told. */
function stampOf(file: string): string | undefined {
  try {
    const { ino, mtimeMs } = lstatSync(file);
    return JSON.stringify([process.env['TZ'], ino, mtimeMs, linkOf(file)]);
  } catch {
    return undefined;
  }
}

/** A plain file is told by its own stamp. */
function linkOf(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** Node passes any touch of the variable on to V8, which then asks the system. */
function readAnew(): string {
  const { TZ } = process.env;
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
