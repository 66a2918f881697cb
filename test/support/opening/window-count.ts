import type { StartedApp } from '../electron/electron-app.ts';
import { until } from '../until.ts';

/**
 * How many windows the app has, shown or not. V8 gives up an answer when it collects garbage while a file of the
 * app's own is read in between; it is then asked for anew.
 */
export async function windowCount({ electron }: StartedApp): Promise<number> {
  const count = () =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const { counted } = await until(
    async () => ({ counted: await count() }),
    'the windows are counted',
  );
  return counted;
}
