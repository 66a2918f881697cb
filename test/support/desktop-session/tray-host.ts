import { EventEmitter, once } from 'node:events';
import { Message, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { until } from '../until.ts';
import { subscribe } from './bus-client.ts';
import {
  createTrayItem,
  ITEM_INTERFACE,
  type Place,
  type TrayChanges,
  type TrayItem,
} from './tray-item.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';

/** An icon, and when (`performance.now()`) the panel had read all that it needs to show it. */
export type Arrival = { readonly item: TrayItem; readonly at: number };

/** The panel of the session: the icons that are in it now. */
export type TrayHost = {
  /** Icons whose apps are alive, oldest first. */
  items(): readonly TrayItem[];
  /** Waits for an icon and returns the newest; throws when none is there in time. */
  item(timeoutMs?: number): Promise<TrayItem>;
  /** The next icon to come; throws when none does in time. */
  nextItem(): Promise<Arrival>;
  stop(): void;
};

/** An icon as the watcher keeps it: `owner` is the connection that its signals come from. */
type Registration = {
  readonly owner: string;
  readonly item: TrayItem & { readonly changes: TrayChanges };
};

const changeBySignal: ReadonlyMap<string, keyof TrayChanges> = new Map([
  ['NewIcon', 'icon'],
  ['NewToolTip', 'toolTip'],
  ['NewTitle', 'toolTip'],
  ['NewStatus', 'status'],
  ['LayoutUpdated', 'menu'],
  ['ItemsPropertiesUpdated', 'menu'],
]);

function createRegistry(bus: MessageBus, corner: Place) {
  const registrations: Registration[] = [];
  const arrivals = new EventEmitter();

  return {
    arrivals,
    all: () => registrations.map(({ item }) => item),
    names: () => registrations.map(({ item }) => item.service + item.path),

    /** `argument`: a bus name, or (Ayatana) the path of an item on the sender's own connection. */
    add(argument: string, owner: string): string {
      const address = argument.startsWith('/')
        ? { service: owner, path: argument }
        : { service: argument, path: '/StatusNotifierItem' };
      const item = createTrayItem(bus, address, corner);
      registrations.push({ owner, item });
      void readAsPanelsDo(item).then(
        () => arrivals.emit('item', { item, at: performance.now() }),
        () => undefined, // the app ended before
      );
      return address.service + address.path;
    },

    removeOwner(owner: string): void {
      const kept = registrations.filter((registration) => registration.owner !== owner);
      registrations.splice(0, registrations.length, ...kept);
    },

    note(signal: string, owner: string): void {
      const change = changeBySignal.get(signal);
      if (change === undefined) return;
      for (const { item } of registrations.filter((candidate) => candidate.owner === owner)) {
        item.changes[change] += 1;
      }
    },
  };
}

/** A panel of XFCE asks twice, the second time when it has the first answer, and then draws the icon. */
async function readAsPanelsDo(item: TrayItem): Promise<void> {
  await item.properties();
  await item.properties();
}

/** The session's end closes the connection, and an error that nobody hears ends the process. */
function endQuietly(bus: EventEmitter): void {
  bus.on('error', () => undefined);
}

type Registry = ReturnType<typeof createRegistry>;

function answerCalls(bus: MessageBus, registry: Registry): void {
  const reply = (to: Message, signature = '', body: unknown[] = []) => {
    bus.send(Message.newMethodReturn(to, signature, body));
    return true;
  };
  const properties = (): Record<string, Variant> => ({
    RegisteredStatusNotifierItems: new Variant('as', registry.names()),
    IsStatusNotifierHostRegistered: new Variant('b', true),
    ProtocolVersion: new Variant('i', 0),
  });

  bus.addMethodHandler((message) => {
    if (message.path !== WATCHER_PATH) return false;
    switch (message.member) {
      case 'RegisterStatusNotifierItem': {
        const name = registry.add(String(message.body[0]), message.sender);
        const signal = 'StatusNotifierItemRegistered';
        reply(message);
        bus.send(Message.newSignal(WATCHER_PATH, WATCHER, signal, 's', [name]));
        return true;
      }
      case 'RegisterStatusNotifierHost':
        return reply(message);
      case 'Get': {
        const value = properties()[String(message.body[1])];
        return value === undefined ? false : reply(message, 'v', [value]);
      }
      case 'GetAll':
        return reply(message, 'a{sv}', [properties()]);
      default:
        return false;
    }
  });
}

/**
 * Becomes the panel of a session bus: the StatusNotifierWatcher that apps register their icons with,
 * and a host of it. `corner` is where the panel says that clicks happen.
 */
export async function startTrayHost(busAddress: string, corner: Place): Promise<TrayHost> {
  const bus = sessionBus({ busAddress });
  endQuietly(bus);
  const registry = createRegistry(bus, corner);
  answerCalls(bus, registry);
  bus.on('message', (message) => {
    if (message.member === 'NameOwnerChanged' && message.body[2] === '') {
      registry.removeOwner(String(message.body[0]));
    } else {
      registry.note(message.member, message.sender);
    }
  });
  await bus.requestName(WATCHER, 0);
  await bus.requestName(`org.kde.StatusNotifierHost-${process.pid}`, 0);
  await subscribe(bus, "type='signal',member='NameOwnerChanged'");
  await subscribe(bus, `type='signal',interface='${ITEM_INTERFACE}'`);
  await subscribe(bus, "type='signal',interface='com.canonical.dbusmenu'");
  bus.send(Message.newSignal(WATCHER_PATH, WATCHER, 'StatusNotifierHostRegistered'));

  return {
    items: registry.all,
    item: (timeoutMs = 20_000) =>
      until(() => registry.all().at(-1), 'a tray icon is registered', timeoutMs),
    nextItem: async () => {
      const signal = AbortSignal.timeout(20_000);
      const [arrival] = (await once(registry.arrivals, 'item', { signal })) as [Arrival];
      return arrival;
    },
    stop: () => bus.disconnect(),
  };
}
