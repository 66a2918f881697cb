import { describe, expect, it } from 'vitest';
import type { Credential } from '#contract';
import { at, seconds } from '../../../support/values.ts';
import {
  answering,
  closedPort,
  connectTo,
  KEY,
  openWireServer,
  type Respond,
} from '../wire-server.ts';

const SMALL = { timeout: seconds(0.2), maxBytes: 1000 };
const range = { fromAt: at('00:00'), toAt: at('23:59') };
const created = { type: 'activity', startAt: at('08:00'), seconds: seconds(90) } as const;

const stalledHeaders: Respond = () => undefined;
const stalledBody: Respond = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('[');
};
const reset: Respond = (response) => response.destroy();
const truncated: Respond = (response) => {
  response.writeHead(201, { 'Content-Length': '1000' });
  response.write('{"id":5', () => response.destroy());
};

async function create(respond: Respond) {
  const server = await openWireServer(respond);
  return server.client({}, { small: SMALL, stream: SMALL }).createTaskEntry(3, created);
}

describe('a request that never left', () => {
  it('is told from one that may have been carried out: connection refused', async () => {
    const api = connectTo(`http://127.0.0.1:${await closedPort()}/api`);
    expect(await api.createTaskEntry(3, created)).toEqual({
      ok: false,
      error: { kind: 'not-sent', applied: 'no', cause: 'refused', detail: 'ECONNREFUSED' },
      quota: undefined,
    });
  });

  it('includes a key that no header can carry, and does not show it', async () => {
    const server = await openWireServer(answering(200, {}));
    const api = server.client({ credential: { kind: 'key', key: 'toggl_sk_\né' } });
    const answer = await api.getSettings();
    expect(answer).toMatchObject({ error: { kind: 'not-sent', applied: 'no' } });
    expect(JSON.stringify(answer)).not.toContain('toggl_sk');
    expect(server.arrivals).toEqual([]);
  });
});

describe('a request without a complete answer may have been carried out', () => {
  it.each([
    ['no headers in time', stalledHeaders],
    ['no end of the body in time', stalledBody],
    ['a reset connection', reset],
    ['a cut body', truncated],
  ])('%s', async (_how, respond) => {
    expect(await create(respond)).toMatchObject({
      ok: false,
      error: { kind: 'no-answer', applied: 'maybe' },
    });
  });

  it('says how long it waited', async () => {
    expect(await create(stalledHeaders)).toMatchObject({
      error: { detail: 'no complete answer within 0.2 seconds' },
    });
  });
});

describe('an answer that is not of Toggl Focus may hide a request that was carried out', () => {
  const html = '<!doctype html><title>Sign in</title>';
  const longPage = html.repeat(100);
  it.each([
    ['foreign', 'HTML with status 200', answering(200, html, { 'Content-Type': 'text/html' })],
    ['foreign', 'a long page', answering(200, longPage, { 'Content-Type': 'text/html' })],
    ['foreign', 'JSON that breaks off', answering(201, '{"id":5')],
    ['unreadable', 'another shape', answering(201, { ok: true })],
    ['too-large', 'more bytes than the limit', answering(201, { id: 5, more: 'x'.repeat(1000) })],
    ['too-large', 'deeper than any', answering(201, `{"a":${'['.repeat(40)}${']'.repeat(40)}}`)],
  ])('is %s as %s', async (kind, _how, respond) => {
    expect(await create(respond)).toMatchObject({ ok: false, error: { kind, applied: 'maybe' } });
  });

  it('is refused for HTML where success needs no body', async () => {
    const server = await openWireServer(answering(200, html));
    expect(await server.client().deleteEntry(5)).toMatchObject({ error: { kind: 'foreign' } });
  });

  it('stops reading an endless body at the limit', async () => {
    const endless: Respond = (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('[[[[[[[['.repeat(100)));
        if (!response.destroyed) response.once('drain', more);
      };
      response.writeHead(200);
      more();
    };
    const server = await openWireServer(endless);
    const limit = { timeout: seconds(20), maxBytes: 100_000 };
    const answer = await server.client({}, { stream: limit }).streamEntries(range);
    expect(answer).toMatchObject({ error: { kind: 'too-large', status: 200 } });
  });

  it.each([301, 302, 307, 308])('never follows a redirect: %i', async (status) => {
    const elsewhere = await openWireServer(answering(200, { id: 5 }));
    const server = await openWireServer(
      answering(status, '', { Location: `${elsewhere.origin}/api` }),
    );
    expect(await server.client().getEntry(5)).toMatchObject({
      error: { kind: 'foreign', status, detail: 'a redirect' },
    });
    expect(elsewhere.arrivals).toEqual([]);
  });
});

describe('an error status', () => {
  it.each([400, 401, 402, 403, 404, 405, 409, 422, 429])(
    '%i means that nothing was carried out',
    async (status) => {
      expect(await create(answering(status, { error: 'x', error_description: 'y' }))).toMatchObject(
        { error: { kind: 'answered', applied: 'no', status, code: 'x', reason: 'y' } },
      );
    },
  );

  it.each([408, 500, 502, 503, 504])('%i leaves it open', async (status) => {
    expect(await create(answering(status, { error: 'trouble' }))).toMatchObject({
      error: { kind: 'answered', applied: 'maybe', status },
    });
  });

  it.each<[string, number, unknown]>([
    ['a plain text', 400, 'no healthy upstream'],
    ['nothing', 401, ''],
    ['nothing', 502, ''],
    ['a page', 403, '<html>nginx</html>'],
    ['a page with an error in it', 403, '<html>{"error":"x"}</html>'],
    ['another shape', 404, { message: 'Forbidden' }],
    ['an error that is no text', 429, { error: 7, error_description: 'x' }],
    ['an error without a word', 422, { error: '' }],
    ['a list', 400, [{ error: 'x' }]],
    ['a body that is longer than any', 400, { error: 'x', more: 'x'.repeat(70_000) }],
    ['a question', 511, 'who are you?'],
    ['a page about money', 402, '<p>Pay and wait 60 seconds</p>'],
  ])("is nobody's word with %s", async (_what, status, body) => {
    const headers = { 'X-Toggl-Quota-Remaining': '0', 'X-Toggl-Quota-Resets-In': '60' };
    const isPlain = status !== 402;
    expect(await create(answering(status, body, isPlain ? headers : {}))).toEqual({
      ok: false,
      quota: undefined,
      error: { kind: 'foreign', applied: 'maybe', status, detail: `HTTP ${status}` },
    });
  });

  it('is believed of a spent quota in whatever words, but of no page', async () => {
    const headers = { 'X-Toggl-Quota-Remaining': '0', 'X-Toggl-Quota-Resets-In': '60' };
    const spent = { kind: 'answered', applied: 'no', status: 402 };
    for (const body of ['', '{}', 'wait']) {
      const answer = await create(answering(402, body, headers));
      expect(answer).toMatchObject({ error: spent, quota: { remaining: 0, resetsIn: 60 } });
    }
    const words = 'You have hit your hourly limit. Your quota will reset in 1234 seconds.';
    expect(await create(answering(402, words))).toMatchObject({
      error: { ...spent, reason: words, retryAfter: 1234 },
    });
    const html = { ...headers, 'Content-Type': 'text/html' };
    expect(await create(answering(402, 'wait', html))).toMatchObject({
      error: { kind: 'foreign' },
      quota: undefined,
    });
  });

  it('tells what a workspace requires', async () => {
    const body = {
      error: 'required_fields_missing',
      error_description: 'fields are missing',
      error_values: { fields: ['project', 'description'], is_deletion: false },
      trace_id: '2cd9',
    };
    expect(await create(answering(422, body))).toMatchObject({
      error: { requiredFields: ['project', 'description'], traceId: '2cd9' },
    });
  });

  it.each([
    ['error_description', { error: 'a', error_description: 'b', message: 'c' }, 'b'],
    ['message', { error: 'a', message: 'c' }, 'c'],
    ['error', { error: 'a' }, 'a'],
    ['odd fields', { error: 'a', error_description: null, error_values: [] }, 'a'],
    ['a long text', { error: 'x'.repeat(900) }, 'x'.repeat(300)],
  ])('takes its reason from %s', async (_what, body, reason) => {
    expect(await create(answering(400, body))).toMatchObject({ error: { reason } });
  });

  it('is no answer when its body does not come through', async () => {
    const cut: Respond = (response) => {
      response.writeHead(403, { 'Content-Length': '100' });
      response.write('{"error":', () => response.destroy());
    };
    expect(await create(cut)).toMatchObject({
      error: { kind: 'no-answer', applied: 'maybe' },
    });
  });
});

describe('the credential', () => {
  const key = { kind: 'key', key: KEY } as const;
  const pair = { kind: 'password', email: 'zoë@example.com', password: 'p"ss w&rd' } as const;
  const echo: Respond = (response, { headers }) => {
    const sent = headers.authorization ?? '';
    const plain = Buffer.from(sent.replace(/^\w+ /, ''), 'base64').toString();
    answering(400, {
      error: sent,
      error_description: `${'x'.repeat(280)}${sent} ${plain} ${encodeURIComponent(plain)}`,
      trace_id: sent,
      error_values: { fields: [plain, sent] },
    })(response, { method: '', path: '', query: {}, headers, body: undefined });
  };

  it.each<[string, Credential]>([
    ['key', key],
    ['password', pair],
  ])('is taken out of an answer that echoes it: %s', async (_kind, credential) => {
    const server = await openWireServer(echo);
    const text = JSON.stringify(await server.client({ credential }).getSettings());
    const sent = server.arrivals[0]?.headers.authorization?.split(' ')[1] ?? '';
    expect(sent).not.toBe('');
    for (const secret of [sent, sent.slice(0, 12), 'p"ss', 'ss w&rd', 'zoë', 'p%22ss']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('[hidden]');
  });

  it('is taken out of the only word too', async () => {
    expect(await create(answering(401, { error: `bad token ${KEY}!` }))).toMatchObject({
      error: { reason: 'bad token [hidden]!' },
    });
  });
});
