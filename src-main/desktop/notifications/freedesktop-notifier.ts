import type { Connection, ConnectionEvents } from '../bus/connection.ts';
import type { Message } from '../bus/message.ts';
import { variant } from '../bus/signature.ts';
import type { Notification } from './what-to-notify.ts';
import type { Notifier } from './notify-of-trouble.ts';

const SERVER = 'org.freedesktop.Notifications';
const TO = {
  destination: SERVER,
  path: '/org/freedesktop/Notifications',
  interface: SERVER,
} as const;
const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;
const RULE = `type='signal',sender='${SERVER}',interface='${SERVER}'`;
const NORMAL = 1;
/** As long as the desktop thinks right. */
const UNTIL_SEEN = -1;

type Shown = { id: number | undefined; readonly opened: () => void };

/**
 * Of Linux. Source: the "Desktop Notifications Specification", 1.2. The connection is there for as long as a
 * notification is.
 */
export function createFreedesktopNotifier(
  connect: (events: ConnectionEvents) => Connection,
  threw: (error: unknown) => void,
): Notifier {
  let bus: Connection | undefined;
  let shown: Shown | undefined;

  function end(): void {
    bus?.close();
    [bus, shown] = [undefined, undefined];
  }

  function signal({ member, body: [id] }: Message): void {
    if (shown === undefined || id !== shown.id) return;
    const { opened } = shown;
    if (member === 'ActionInvoked') opened();
    if (member === 'NotificationClosed') end();
  }

  function connected(): Connection {
    if (bus !== undefined) return bus;
    bus = connect({ called: () => undefined, signal, failed: end, threw });
    bus.call({ ...BUS, member: 'Hello' }, () => undefined);
    bus.call({ ...BUS, member: 'AddMatch', signature: 's', body: [RULE] }, () => undefined);
    return bus;
  }

  return {
    show(notification, opened) {
      const replaced = shown?.id ?? 0;
      const next: Shown = { id: undefined, opened };
      shown = next;
      connected().call(notify(notification, replaced), (answer) => {
        const [id] = 'values' in answer ? answer.values : [];
        if (typeof id === 'number') next.id = id;
        else if (shown === next) end();
      });
    },
    dispose() {
      const id = shown?.id;
      // Nobody would be there for its click.
      if (id !== undefined) connected().call(closing(id), () => undefined);
      end();
    },
  };
}

const closing = (id: number) => ({
  ...TO,
  member: 'CloseNotification',
  signature: 'u',
  body: [id],
});

function notify({ title, body }: Notification, replaced: number) {
  const hints = [
    ['desktop-entry', variant('s', 'stint')],
    ['urgency', variant('y', NORMAL)],
  ];
  const ways = ['default', 'Open Stint'];
  return {
    ...TO,
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: ['Stint', replaced, 'stint', title, body, ways, hints, UNTIL_SEEN],
    // Many desktops start what shows them with the first one.
    mayStart: true,
  };
}
