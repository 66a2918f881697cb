import { ipcMain } from 'electron';
import { CHANNEL, type Showing, type ToldSnapshot } from '#contract';
import type { IpcCheck } from './check-sender-and-command.ts';

/** Opens the two channels on which the page may ask. Returns what closes them. */
export function serveIpc(check: IpcCheck): () => void {
  ipcMain.handle(CHANNEL.command, (event, ...payload: unknown[]) => check.command(event, payload));
  ipcMain.handle(CHANNEL.search, (event, ...payload: unknown[]) => check.search(event, payload));
  return () => {
    ipcMain.removeHandler(CHANNEL.command);
    ipcMain.removeHandler(CHANNEL.search);
  };
}

/** The third channel; main speaks on this one and the next, and nobody else does. */
export function pushSnapshot(
  contents: { send(channel: string, snapshot: ToldSnapshot): void },
  snapshot: ToldSnapshot,
): void {
  contents.send(CHANNEL.snapshot, snapshot);
}

/** The page of a hidden popup stays drawn, and so would not know by itself that nobody sees it. */
export function tellShowing(
  contents: { send(channel: string, showing: Showing): void },
  showing: Showing,
): void {
  contents.send(CHANNEL.showing, showing);
}
