import type { Answer, Connection } from '../../bus/connection.ts';
import type { Message } from '../../bus/message.ts';
import type { Variant } from '../../bus/signature.ts';
import { PROPERTIES } from './answer-bus-call.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** Only what tells of panels wakes Stint up: a watcher that comes or goes, a panel that does. */
const RULES = [
  `type='signal',sender='${BUS.destination}',interface='${BUS.interface}',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',sender='${WATCHER}',interface='${WATCHER}',member='StatusNotifierHostRegistered'`,
  `type='signal',sender='${WATCHER}',interface='${WATCHER}',member='StatusNotifierHostUnregistered'`,
];

export type RegistrationEvents = {
  /** Whether a panel shows the icon; told anew whenever that may have changed. */
  panel(there: boolean): void;
  /** Another watcher than before, or none. */
  otherWatcher(): void;
};

export type Registration = {
  begin(): void;
  signal(signal: Message): void;
  /** Whether there is something that icons are registered with, whether a panel shows them or not. */
  hasWatcher(): boolean;
};

/** Registers the icon with the watcher that is there, and with each that comes. */
export function createRegistration(
  bus: Pick<Connection, 'call'>,
  events: RegistrationEvents,
): Registration {
  /** Of this connection, given by the bus: nobody else can have taken it. */
  let name: string | undefined;
  let hasWatcher = false;

  const taken = createQuestion<boolean>(tell);
  const shown = createQuestion<boolean>(tell);

  /** A watcher may give the later of two answers first. */
  function tell(): void {
    const [isTaken, isShown] = [taken.answer(), shown.answer()];
    if (isTaken !== undefined && isShown !== undefined) events.panel(isTaken && isShown);
  }

  function register(): void {
    const answered = taken.ask();
    const call = { destination: WATCHER, path: WATCHER_PATH, interface: WATCHER };
    const member = 'RegisterStatusNotifierItem';
    bus.call({ ...call, member, signature: 's', body: [name] }, (answer) =>
      answered('values' in answer),
    );
  }

  function look(): void {
    const answered = shown.ask();
    const call = { destination: WATCHER, path: WATCHER_PATH, interface: PROPERTIES };
    const body = [WATCHER, 'IsStatusNotifierHostRegistered'];
    bus.call({ ...call, member: 'Get', signature: 'ss', body }, (answer) => {
      hasWatcher = 'values' in answer;
      answered(isTrue(answer));
    });
  }

  function begun(answer: Answer): void {
    const [given] = 'values' in answer ? answer.values : [];
    if (typeof given !== 'string') return;
    name = given;
    register();
    look();
  }

  return {
    begin() {
      bus.call({ ...BUS, member: 'Hello', signature: '', body: [] }, begun);
      for (const rule of RULES) {
        bus.call({ ...BUS, member: 'AddMatch', signature: 's', body: [rule] }, () => undefined);
      }
    },
    signal({ sender, member, body }) {
      // Whoever comes before that is registered with at the beginning.
      if (name === undefined) return;
      if (member === 'NameOwnerChanged' && sender === BUS.destination && body[0] === WATCHER) {
        events.otherWatcher();
        hasWatcher = body[2] !== '';
        if (hasWatcher) register();
        else taken.ask()(false);
      } else if (member === 'StatusNotifierHostRegistered') {
        // One that has refused it before its panel was there may take it now.
        if (taken.answer() === false) register();
      } else if (member !== 'StatusNotifierHostUnregistered') return;
      look();
    },
    hasWatcher: () => hasWatcher,
  };
}

/** Of a question that is asked again and again: the answer to the last one, undefined until it is there. */
function createQuestion<T>(answered: () => void) {
  let asked = 0;
  let last: T | undefined;
  return {
    ask() {
      asked += 1;
      const turn = asked;
      last = undefined;
      return (answer: T) => {
        if (turn !== asked) return;
        last = answer;
        answered();
      };
    },
    answer: () => last,
  };
}

function isTrue(answer: Answer): boolean {
  if (!('values' in answer)) return false;
  const [value] = answer.values;
  return (value as Variant | undefined)?.value === true;
}
