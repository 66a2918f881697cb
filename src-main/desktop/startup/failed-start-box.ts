import { app, dialog } from 'electron';

/** Not even a question could be asked. The data stay as they are for a person to look at. */
export function giveUp(error: unknown, dataFolder: string): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    'Stint cannot start',
    `${reason}.\n\nYour data was left untouched in ${dataFolder}. Check that the folder can be written, or move it away to begin anew.`,
  );
  app.exit(1);
}
