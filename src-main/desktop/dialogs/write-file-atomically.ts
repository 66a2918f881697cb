import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TextFile } from '../../app/ports/ports.ts';

/**
 * A file that stands under its name only when it is complete and on the disk. Until then it has a
 * name that nobody can know before: what stands there already, a link above all, is never written
 * to. A link at its own name is replaced, and what that leads to left alone.
 */
export function textFile(file: string): TextFile {
  return {
    file,
    write(texts) {
      const unfinished = join(dirname(file), `.stint-${randomUUID()}.part`);
      // Fails where the name is taken, be it by a link that leads nowhere.
      const handle = openSync(unfinished, 'wx');
      try {
        writeAll(handle, texts);
        renameSync(unfinished, file);
      } catch (error) {
        rmSync(unfinished, { force: true });
        throw error;
      }
    },
  };
}

function writeAll(handle: number, texts: Iterable<string>): void {
  try {
    for (const text of texts) writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
