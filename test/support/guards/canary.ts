import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A place on the network, over TCP and UDP on one port, that nobody but a leak comes to. */
export type Canary = {
  readonly port: number;
  /** How many connections and datagrams have come so far. */
  touched(): number;
  stop(): Promise<void>;
};

export async function startCanary(): Promise<Canary> {
  let touches = 0;
  const tcp = createServer((socket) => {
    touches += 1;
    socket.destroy();
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;

  const udp = createSocket('udp4');
  udp.on('message', () => (touches += 1));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');

  return {
    port,
    touched: () => touches,
    async stop() {
      udp.close();
      tcp.close();
      await once(tcp, 'close');
    },
  };
}
