import { app, Notification } from 'electron';
import { APP_ID } from './app-id.ts';
import type { Notifier } from './notify-of-trouble.ts';

/** Of macOS and Windows. */
export function createElectronNotifier(): Notifier {
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  let shown: Notification | undefined;
  return {
    show({ title, body }, opened) {
      if (!Notification.isSupported()) return;
      shown?.close();
      shown = new Notification({ title, body });
      shown.on('click', opened);
      shown.show();
    },
    dispose: () => shown?.close(),
  };
}
