import { join } from 'node:path';
import { app, BrowserWindow, dialog, webContents, type SaveDialogOptions } from 'electron';
import type { SaveText } from '../../app/ports/ports.ts';
import type { Popup } from '../popup/open-and-close-popup.ts';
import { withTurns } from './keep-loop-turning.ts';
import { textFile } from './write-file-atomically.ts';

const CSV = { title: 'Export as CSV', filters: [{ name: 'CSV', extensions: ['csv'] }] };
const TEXT = { title: 'Save the report', filters: [{ name: 'Text', extensions: ['txt'] }] };

/** Asks by the system's own dialog, which also asks before a file is replaced; the popup stays open meanwhile. */
export function createSaveText(popup: Pick<Popup, 'id' | 'whileBusy'>): SaveText {
  return (suggestedName) =>
    popup.whileBusy(async () => {
      const kind = suggestedName.endsWith('.csv') ? CSV : TEXT;
      const { canceled, filePath } = await ask(popup.id(), {
        ...kind,
        defaultPath: join(app.getPath('documents'), suggestedName),
      });
      return canceled || filePath === '' ? undefined : textFile(filePath);
    });
}

/** Above the popup where there is one: on top of everything, it would hide the dialog. */
function ask(popupId: number | undefined, options: SaveDialogOptions) {
  const contents = popupId === undefined ? undefined : webContents.fromId(popupId);
  const window = contents && BrowserWindow.fromWebContents(contents);
  return withTurns(() =>
    window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options),
  );
}
