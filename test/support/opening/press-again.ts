import type { TrayItem } from '../desktop-session/tray-item.ts';
import { until } from '../until.ts';

/** Within it a press after the one that opened the popup is the second half of a double click. */
const DOUBLE_CLICK_MS = 400;

/** Presses the icon of a popup that is in sight, when this is surely a press of its own: app and tests have one clock. */
export async function pressAgain(
  item: TrayItem,
  at?: Parameters<TrayItem['activate']>[0],
): Promise<void> {
  const inSightAt = performance.now();
  await until(() => performance.now() > inSightAt + DOUBLE_CLICK_MS, 'the next press is meant');
  await item.activate(at);
}
