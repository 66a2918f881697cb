import { encodeMessage, FLAG, KIND, type Heading, type Message } from './message.ts';
import type { Stream, StreamEvents } from './stream.ts';

export type Outgoing = Heading & {
  readonly body?: readonly unknown[];
  /** Whether a program that is not there may be started to answer. */
  readonly mayStart?: boolean;
};

/** What comes back for a call: values, or the name of an error. */
export type Answer = { readonly values: readonly unknown[] } | { readonly error: string };

export type ConnectionEvents = {
  /** Somebody calls. What is not answered here never is. */
  called(call: Message): void;
  signal(signal: Message): void;
  /** The connection is gone, or there never was one. */
  failed(): void;
  /** What any of these, or what waits for an answer, has thrown: the next message is taken all the same. */
  threw(error: unknown): void;
};

export type Connection = {
  call(call: Outgoing, answered: (answer: Answer) => void): void;
  answer(to: Message, signature: string, body: readonly unknown[]): void;
  refuse(to: Message, errorName: string, text: string): void;
  signal(signal: Outgoing): void;
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

const GONE: Answer = { error: 'gone' };

/** Stint's end of the message bus: calls, answers and signals. */
export function connect(
  open: (events: StreamEvents) => Stream,
  events: ConnectionEvents,
): Connection {
  const waiting = new Map<number, (answer: Answer) => void>();
  let ended = false;
  let serial = 0;
  const stream = open({ message: (message) => tried(() => take(message)), failed: fail });

  function fail(): void {
    ended = true;
    const calls = [...waiting.values()];
    waiting.clear();
    for (const answered of calls) tried(() => answered(GONE));
    tried(() => events.failed());
  }

  function tried(run: () => void): void {
    try {
      run();
    } catch (error) {
      events.threw(error);
    }
  }

  function take(message: Message): void {
    if (message.kind === KIND.call) events.called(message);
    else if (message.kind === KIND.signal) events.signal(message);
    else if (message.answerTo !== undefined) {
      const answered = waiting.get(message.answerTo);
      waiting.delete(message.answerTo);
      answered?.(answerOf(message));
    }
  }

  function send(kind: number, flags: number, { body = [], ...heading }: Outgoing): number {
    serial += 1;
    stream.send(encodeMessage({ ...heading, kind, flags, serial, body }));
    return serial;
  }

  function reply(kind: number, to: Message, more: Outgoing): void {
    if (ended || (to.flags & FLAG.noAnswer) !== 0) return;
    send(kind, FLAG.noAnswer, { ...more, destination: to.sender, answerTo: to.serial });
  }

  return {
    call(call, answered) {
      if (ended) answered(GONE);
      else waiting.set(send(KIND.call, call.mayStart === true ? 0 : FLAG.noStart, call), answered);
    },
    answer: (to, signature, body) => reply(KIND.answer, to, { signature, body }),
    refuse: (to, errorName, text) =>
      reply(KIND.error, to, { errorName, signature: 's', body: [text] }),
    signal(signal) {
      if (!ended) send(KIND.signal, FLAG.noAnswer, signal);
    },
    isOpen: () => !ended,
    close() {
      ended = true;
      stream.close();
    },
  };
}

function answerOf({ kind, body, errorName = 'unknown' }: Message): Answer {
  return kind === KIND.answer ? { values: body } : { error: errorName };
}
