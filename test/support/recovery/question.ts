import type { DesktopSession } from '../desktop-session/session.ts';
import type { ScreenWindow } from '../desktop-session/screen.ts';
import { until } from '../until.ts';

/** Where this button stands in the row. */
export const TRY_AGAIN = 0;

/**
 * The system's own dialogs in which Stint asks how to go on, from the screen and by the keys: nothing
 * of the app but its window tells of them.
 */
export async function questions({ screen }: DesktopSession): Promise<readonly ScreenWindow[]> {
  return (await screen.windows()).filter(({ title, width }) => title === 'Stint' && width > 400);
}

/** Waits until one is there that has the focus. */
export async function asked(session: DesktopSession): Promise<ScreenWindow> {
  return until(async () => (await questions(session))[0], 'Stint asks how to go on', 20_000);
}

/** Presses the button at this place of the row, from 0 on; resolves when the dialog is gone. */
export async function answer(session: DesktopSession, place: number): Promise<void> {
  const { id } = await asked(session);
  for (let step = 0; step < place; step += 1) await session.screen.key('Tab');
  await session.screen.key('Return');
  await until(
    async () => (await questions(session)).every((each) => each.id !== id),
    'the question is answered',
  );
}
