import { addressOfBus } from './adapters/keychain/bus-address.ts';
import { socketOf } from './desktop/bus/address.ts';
import { connect, type Connection, type ConnectionEvents } from './desktop/bus/connection.ts';
import { openSocket } from './desktop/bus/socket.ts';
import { openStream } from './desktop/bus/stream.ts';

/** A connection of its own. Where there is no session bus, or nobody listens at it, it fails in the next turn. */
export function connectToSessionBus(events: ConnectionEvents): Connection {
  const path = socketOf(addressOfBus().busAddress ?? '') ?? '';
  return connect(
    (streamEvents) =>
      openStream(
        (socketEvents) => openSocket(path, socketEvents),
        process.getuid?.() ?? 0,
        streamEvents,
      ),
    events,
  );
}
