import { Message, sessionBus } from '@jellybrick/dbus-next';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

export type ShownNotification = {
  readonly id: number;
  readonly app: string;
  readonly title: string;
  readonly body: string;
};

/** What shows notifications on a session bus; here nobody sees them but the test. */
export type NotificationDaemon = {
  readonly shown: () => readonly ShownNotification[];
  /** As a person who clicks it. */
  readonly click: (id: number) => void;
  readonly stop: () => void;
};

export async function startNotificationDaemon(busAddress: string): Promise<NotificationDaemon> {
  const bus = sessionBus({ busAddress });
  const shown: ShownNotification[] = [];
  bus.addMethodHandler((message) => {
    if (message.path !== PATH) return false;
    if (message.member !== 'Notify') return false;
    const [app, replaced, , title, body] = message.body as [string, number, string, string, string];
    const id = replaced === 0 ? shown.length + 1 : replaced;
    shown.push({ id, app, title, body });
    bus.send(Message.newMethodReturn(message, 'u', [id]));
    return true;
  });
  await bus.requestName(NAME, 0);
  const signal = (member: string, signature: string, body: unknown[]) =>
    bus.send(Message.newSignal(PATH, NAME, member, signature, body));
  return {
    shown: () => shown,
    click(id) {
      signal('ActionInvoked', 'us', [id, 'default']);
      signal('NotificationClosed', 'uu', [id, 2]);
    },
    stop: () => bus.disconnect(),
  };
}
