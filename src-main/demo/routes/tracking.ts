import { startPayload, stopPayload } from '../api/request-bodies.ts';
import { noContent, type Route } from '../api/router.ts';
import { TRACKING } from './paths.ts';
import type { Services } from './services.ts';

/** The server's own timer, which is an ordinary entry without a duration. */
export function trackingRoutes({ entries, wire }: Services): readonly Route[] {
  return [
    {
      method: 'GET',
      path: `${TRACKING}/current`,
      answer() {
        const row = entries.running();
        return row === undefined ? noContent : { status: 200, body: wire.entry(row) };
      },
    },
    {
      method: 'POST',
      path: `${TRACKING}/start`,
      answer(call) {
        const payload = call.body(startPayload, 'StartTrackingPayload');
        return { status: 200, body: wire.entry(entries.create(payload, call.now)) };
      },
    },
    {
      method: 'POST',
      path: `${TRACKING}/stop`,
      answer(call) {
        const { end } = call.body(stopPayload, 'StopTrackingPayload');
        return { status: 200, body: wire.entry(entries.stop(end, call.now)) };
      },
    },
  ];
}
