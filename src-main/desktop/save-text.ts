import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, webContents, type SaveDialogOptions } from 'electron';
import type { SaveText, TextFile } from '../app/ports.ts';
import type { Popup } from './popup/popup.ts';

/** Asks by the system's own dialog, which also asks before a file is replaced; the popup stays open meanwhile. */
export function createSaveText(popup: Pick<Popup, 'id' | 'whileBusy'>): SaveText {
  return (suggestedName) =>
    popup.whileBusy(async () => {
      const { canceled, filePath } = await ask(popup.id(), {
        title: 'Export as CSV',
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      });
      return canceled || filePath === '' ? undefined : textFile(filePath);
    });
}

/** Above the popup where there is one: on top of everything, it would hide the dialog. */
function ask(popupId: number | undefined, options: SaveDialogOptions) {
  const contents = popupId === undefined ? undefined : webContents.fromId(popupId);
  const window = contents && BrowserWindow.fromWebContents(contents);
  return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
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
