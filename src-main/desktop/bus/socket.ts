import { createConnection, Socket } from 'node:net';

export type SocketEvents = {
  bytes(bytes: Buffer): void;
  /** There is none, or no longer: told once. */
  failed(): void;
};

export type ByteSocket = {
  send(bytes: Buffer): void;
  close(): void;
};

/** A socket by its path; what is sent before it stands goes out then. Without a path it fails in the next turn. */
export function openSocket(path: string, events: SocketEvents): ByteSocket {
  // As an object, for a path alone may be taken for a port.
  const socket = path === '' ? new Socket() : createConnection({ path });
  socket.on('data', (bytes: Buffer) => events.bytes(bytes));
  // It closes then.
  socket.on('error', () => undefined);
  socket.on('close', () => events.failed());
  if (path === '') socket.destroy();
  return {
    send: (bytes) => void socket.write(bytes),
    close: () => void socket.destroy(),
  };
}
