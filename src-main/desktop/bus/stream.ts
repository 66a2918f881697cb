import { createCut } from './cut.ts';
import { decodeMessage, type Message } from './message.ts';
import type { ByteSocket, SocketEvents } from './socket.ts';

export type StreamEvents = {
  message(message: Message): void;
  failed(): void;
};

/** Whole messages both ways. */
export type Stream = {
  /** What is sent before the bus has let Stint in goes out then. */
  send(message: Buffer): void;
  close(): void;
};

const OK = /^OK [0-9a-f]+$/;
/** The line may be as long as this before it is none. */
const LONGEST_LINE = 4_096;

/** The words of the beginning (D-Bus specification, "Authentication Protocol"), then messages. */
export function openStream(
  open: (events: SocketEvents) => ByteSocket,
  uid: number,
  events: StreamEvents,
): Stream {
  const cut = createCut();
  let accepted = false;
  let ended = false;
  let held: Buffer = Buffer.alloc(0);
  let outbox: readonly Buffer[] = [];
  const socket = open({ bytes: take, failed: fail });
  const who = Buffer.from(String(uid)).toString('hex');
  socket.send(Buffer.from(`\0AUTH EXTERNAL ${who}\r\n`));

  function fail(): void {
    if (ended) return;
    ended = true;
    socket.close();
    events.failed();
  }

  function take(more: Buffer): void {
    if (accepted) pass(more);
    else begin(more);
  }

  function begin(more: Buffer): void {
    held = Buffer.concat([held, more]);
    const end = held.indexOf('\r\n');
    if (ended || (end === -1 && held.length < LONGEST_LINE)) return;
    if (!OK.test(held.toString('latin1', 0, end))) {
      fail();
      return;
    }
    accepted = true;
    socket.send(Buffer.concat([Buffer.from('BEGIN\r\n'), ...outbox]));
    outbox = [];
    pass(held.subarray(end + 2));
  }

  function pass(more: Buffer): void {
    cut.add(more);
    while (!ended) {
      const bytes = cut.next();
      if (bytes === undefined) return;
      if (bytes === 'lost') fail();
      else {
        const message = decodeMessage(bytes);
        if (message !== undefined) events.message(message);
      }
    }
  }

  return {
    send(message) {
      if (accepted) socket.send(message);
      else outbox = [...outbox, message];
    },
    close() {
      ended = true;
      socket.close();
    },
  };
}
