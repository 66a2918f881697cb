import type { StartedApp } from '../electron/electron-app.ts';
import { until, within } from '../until.ts';

/** Main answers at once; an answer that has not come by then was given up. */
const ASKED_ANEW_MS = 1000;

/**
 * How many windows the app has, shown or not. V8 gives up an answer when it collects garbage while a file of the
 * app's own is read in between; it is then asked for anew.
 */
export async function windowCount({ electron }: StartedApp): Promise<number> {
  const count = () =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const { counted } = await until(
    async () => ({ counted: await within(ASKED_ANEW_MS, count()) }),
    'the windows are counted',
  );
  return counted;
}
