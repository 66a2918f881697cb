import type {
  Answer,
  Connection,
  ConnectionEvents,
  Outgoing,
} from '../../../src-main/desktop/bus/connection.ts';
import { KIND, type Message } from '../../../src-main/desktop/bus/message.ts';
import type { StatusNotifierPorts } from '../../../src-main/desktop/tray/status-notifier/status-notifier.ts';

/** A bus whose other programs are the test: calls wait until they are answered. */
export function createFakeBus() {
  const calls: { readonly call: Outgoing; readonly answered: (answer: Answer) => void }[] = [];
  const signals: Outgoing[] = [];
  const answers: { readonly signature: string; readonly body: readonly unknown[] }[] = [];
  const refusals: string[] = [];
  let events: ConnectionEvents | undefined;
  let open = true;

  const connection: Connection = {
    call: (call, answered) => calls.push({ call, answered }),
    answer: (_to, signature, body) => answers.push({ signature, body }),
    refuse: (_to, errorName) => refusals.push(errorName),
    signal: (signal) => signals.push(signal),
    isOpen: () => open,
    close: () => (open = false),
  };
  const message = (kind: number, fields: Partial<Message>): Message => ({
    kind,
    flags: 0,
    serial: 1,
    body: [],
    ...fields,
  });
  const connect: StatusNotifierPorts['connect'] = (given) => {
    events = given;
    return connection;
  };

  return {
    connect,
    connection,
    calls: () => calls.splice(0).map(({ call }) => call),
    /** Answers the oldest call of this name. */
    answer(member: string, answer: Answer) {
      const index = calls.findIndex(({ call }) => call.member === member);
      calls.splice(index, 1)[0]?.answered(answer);
    },
    signals: () => signals.splice(0),
    answers: () => answers.splice(0),
    called: (fields: Partial<Message>) => events?.called(message(KIND.call, fields)),
    signalled: (fields: Partial<Message>) => events?.signal(message(KIND.signal, fields)),
    fails() {
      open = false;
      events?.failed();
    },
  };
}
