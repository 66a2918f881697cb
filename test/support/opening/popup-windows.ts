import type { DesktopSession } from '../desktop-session/session.ts';
import { until } from '../until.ts';

/** Whether the popup is on the screen of a desktop whose windows can be seen from outside (X11). */
export function popupWindows({ screen }: Pick<DesktopSession, 'screen'>) {
  const shown = async () => (await screen.windows()).some(({ title }) => title === 'Stint');
  return {
    shown,
    opened: () => until(shown, 'the popup is on the screen'),
    closed: () => until(async () => !(await shown()), 'the popup is off the screen'),
  };
}
