import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, type BaseWindow } from 'electron';
import type { SaveText, TextFile } from '../app/ports.ts';

export type SaveTextPorts = {
  /** The popup's window, and with it what the dialog belongs to. */
  readonly parent: () => BaseWindow | undefined;
  /** Keeps the popup open although the dialog takes the keyboard from it. */
  readonly whileBusy: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Asks by the system's own dialog, which also asks before a file is replaced. */
export function createSaveText({ parent, whileBusy }: SaveTextPorts): SaveText {
  return (suggestedName) =>
    whileBusy(async () => {
      const options = {
        title: 'Export as CSV',
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      };
      const window = parent();
      const { canceled, filePath } =
        window === undefined
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? undefined : textFile(filePath);
    });
}

/** Under its name only when it is complete. */
export function textFile(file: string): TextFile {
  return {
    file,
    write(texts) {
      const unfinished = `${file}.part`;
      try {
        const handle = openSync(unfinished, 'w');
        try {
          for (const text of texts) writeFileSync(handle, text);
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
