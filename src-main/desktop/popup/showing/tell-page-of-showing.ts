import type { BrowserWindow } from 'electron';
import type { Showing } from '#contract';
import type { Cancel, Timers } from '../../../app/ports/ports.ts';
import { tellShowing } from '../../ipc/electron-channels.ts';
import { whenOnScreen } from './when-on-screen.ts';

export type Shown = { readonly show: () => void; readonly hide: () => void };

/** Shows and hides the window, and its page knows which it is. */
export function createShown(window: BrowserWindow, timers: Timers): Shown {
  let notYet: Cancel | undefined;
  const tell = (showing: Showing) => {
    if (!window.isDestroyed()) tellShowing(window.webContents, showing);
  };
  return {
    show: () => {
      tell('showing');
      window.show();
      notYet?.();
      notYet = whenOnScreen(window, timers, () => tell('shown'));
    },
    hide: () => {
      notYet?.();
      window.hide();
      tell('hidden');
    },
  };
}
