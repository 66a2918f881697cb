import type { Picture } from '../desktop-session/png.ts';
import type { Screen } from '../desktop-session/screen.ts';
import { until } from '../until.ts';

/** Of the popup, as `src-renderer/styles/tokens.css` has it in the light. */
const PAPER = 0xfbfaf8;
/** Most of its 360 by 640 are paper, and so much of it at least is written on. */
const LEAST_PAPER = 100_000;
const LEAST_INK = 300;

/** Whether the popup is on the picture, its page drawn: an empty window is paper alone. */
function showsPopup({ width, height, rgba }: Picture): boolean {
  let [paper, ink] = [0, 0];
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = rgba.readUIntBE(pixel * 4, 3);
    if (colour === PAPER) paper += 1;
    else if (isDark(colour)) ink += 1;
  }
  return paper > LEAST_PAPER && ink > LEAST_INK;
}

function isDark(colour: number): boolean {
  return [16, 8, 0].every((shift) => ((colour >> shift) & 0xff) < 0x60);
}

export async function popupInSight(screen: Screen): Promise<boolean> {
  return showsPopup(await screen.picture());
}

export async function opens(screen: Screen): Promise<void> {
  await until(() => popupInSight(screen), 'the popup is in sight', 8_000);
}

export async function goesAway(screen: Screen): Promise<void> {
  await until(async () => !(await popupInSight(screen)), 'the popup is out of sight');
}
