import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { TextFile } from '../app/ports.ts';

/** A file that stands under its name only when it is complete and on the disk. */
export function textFile(file: string): TextFile {
  return {
    file,
    write(texts) {
      const unfinished = `${file}.part`;
      try {
        const handle = openSync(unfinished, 'w');
        try {
          for (const text of texts) writeFileSync(handle, text);
          fsyncSync(handle);
        } finally {
          closeSync(handle);
        }
        renameSync(unfinished, file);
      } catch (error) {
        rmSync(unfinished, { force: true });
        throw error;
      }
    },
  };
}
