import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { DesktopSession } from '../desktop-session/session.ts';
import { TASK_A, type FaultServer } from '../server/fault-server.ts';
import { allSent, entriesOf, entriesReading, press, track } from '../electron/popup-steps.ts';
import { connectedRun, runStint, type StintRun } from '../stint-run.ts';

const PAGE_BYTES = 4096;

/** What an earlier run has left: its folder, with one entry that was never sent. */
export type Left = { readonly folder: string; readonly entry: string };

type Ending = 'quits' | 'is killed';

/** A run that tracked one entry while the server was down, and then ended. */
export async function leftBehind(
  session: DesktopSession,
  server: FaultServer,
  ending: Ending,
  folder?: string,
): Promise<Left> {
  const place = folder === undefined ? {} : { folder };
  const { app, page } = await connectedRun({ session, server, ...place });
  await server.down();
  await track(page, TASK_A.name);
  await entriesReading(page, / waiting to send$/);
  const [entry = ''] = await entriesOf(page);
  await (ending === 'quits' ? app.close() : app.kill9());
  return { folder: app.folder, entry: entry.replace(/ waiting to send$/, '') };
}

/** The server answers again, and has the entry when this resolves. */
export async function delivered(page: Page, server: FaultServer): Promise<void> {
  await server.up();
  await press(page, 'Refresh');
  await allSent(page, 30_000);
  await entriesReading(page, / sent$/);
}

/** A copy of the folder whose database was damaged, opened by the real app. */
export async function openedDamaged(
  { session, server, left }: { session: DesktopSession; server: FaultServer; left: Left },
  name: string,
  damage: (file: string) => void,
): Promise<{ readonly app: StintRun; readonly page: Page; readonly file: string }> {
  const folder = `${left.folder}-${name}`;
  cpSync(left.folder, folder, { recursive: true });
  const file = databaseIn(folder);
  damage(file);
  const app = await runStint({ session, server, folder });
  return { app, page: await app.openPopup(), file };
}

export const databaseIn = (folder: string): string => join(folder, 'stint.sqlite');

/** Where the page begins in which the text stands: it is the one that must not be damaged. */
export function pageHolding(file: string, text: string): number {
  const at = readFileSync(file).lastIndexOf(text);
  if (at < 0) throw new Error(`${text} does not stand in ${file}`);
  return at - (at % PAGE_BYTES);
}

/** Whether a power cut left something in the log, without which its tests would prove nothing. */
export function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && readFileSync(`${file}-wal`).length > 0;
}
