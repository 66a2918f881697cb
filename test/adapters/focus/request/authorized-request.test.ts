import { describe, expect, it } from 'vitest';
import { at } from '../../../support/values.ts';
import { answering, openWireServer } from '../wire-server.ts';

const ENTRY = { id: 5, type: 'activity', start: '2026-11-24T08:00:00Z', duration: 90 };

describe('a request', () => {
  it('carries an API key as a bearer token', async () => {
    const server = await openWireServer(answering(200, {}));
    await server.client({ credential: { kind: 'key', key: 'toggl_sk_1' } }).getSettings();
    expect(server.arrivals[0]?.headers).toMatchObject({
      authorization: 'Bearer toggl_sk_1',
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'Stint',
    });
  });

  it('carries e-mail and password as Basic in UTF-8', async () => {
    const server = await openWireServer(answering(200, {}));
    const credential = {
      kind: 'password',
      email: 'zoë@example.com',
      password: 'pässwörd',
    } as const;
    await server.client({ credential }).getSettings();
    const header = server.arrivals[0]?.headers.authorization ?? '';
    expect(Buffer.from(header.replace(/^Basic /, ''), 'base64').toString()).toBe(
      'zoë@example.com:pässwörd',
    );
  });

  it('has a connection of its own, because Chromium repeats a POST on one that was used before', async () => {
    const server = await openWireServer(answering(200, ENTRY));
    await server.client().getEntry(5);
    await server.client().stopTracking(at('09:00'));
    expect(server.arrivals.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
  });

  it('drops the fraction of a second, never rounding up', async () => {
    const server = await openWireServer(answering(200, ENTRY));
    await server.client().stopTracking((at('09:00') + 999) as ReturnType<typeof at>);
    expect(server.arrivals[0]?.body).toEqual({ end: '2026-11-24T09:00:00Z' });
  });
});
