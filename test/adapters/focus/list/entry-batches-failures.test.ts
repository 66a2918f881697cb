import { describe, expect, it } from 'vitest';
import { begin, listOf, range, readFrom, reading, wire } from './batch-reading.ts';
import {
  answering,
  closedPort,
  connectTo,
  KEY,
  openWireServer,
  type Respond,
} from '../wire-server.ts';

/** Settles once the client has closed its connection. */
function hangUp(): { readonly respond: (words: string) => Respond; readonly seen: Promise<void> } {
  let see: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    see = resolve;
  });
  return {
    seen,
    respond: (words) => (response) => {
      response.once('close', () => see());
      begin(response, words);
    },
  };
}

describe('a range in batches that fails', () => {
  it('is cancelled by its signal: no answer, no batch any more, and the connection is closed', async () => {
    const connection = hangUp();
    const cancel = new AbortController();
    // So small that one piece of the body holds more than a batch.
    const server = await openWireServer(connection.respond(`[${'{"id":1},'.repeat(3000)}`));
    const { answer, batches } = await readFrom(server, {
      signal: cancel.signal,
      onBatch: () => cancel.abort(),
    });
    expect(answer).toMatchObject({ error: { kind: 'no-answer', applied: 'maybe' } });
    expect(batches).toHaveLength(1);
    await connection.seen;
  });

  it('is cancelled while it waits for more', async () => {
    const connection = hangUp();
    const cancel = new AbortController();
    const server = await openWireServer((response, arrival) => {
      connection.respond('[')(response, arrival);
      cancel.abort();
    });
    const { answer } = await readFrom(server, { signal: cancel.signal });
    expect(answer).toMatchObject({ error: { kind: 'no-answer' } });
    await connection.seen;
  });

  it('sends nothing when it was cancelled before', async () => {
    const server = await openWireServer(answering(200, '[]'));
    const { answer } = await readFrom(server, { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ error: { kind: 'no-answer' } });
    expect(server.arrivals).toEqual([]);
  });

  it.each([
    ['breaks off in an entry', '[{"id":1,"type"'],
    ['breaks off between entries', `[${wire(1)},`],
    ['breaks off before its first entry', '['],
  ])('is no answer where the connection %s', async (_how, words) => {
    const { answer } = await reading((response) => {
      begin(response, words);
      setImmediate(() => response.destroy());
    });
    expect(answer).toMatchObject({ error: { kind: 'no-answer', applied: 'maybe' } });
  });

  it('is no answer where the body ends before the list does', async () => {
    const { answer, batches } = await reading(answering(200, listOf(600).slice(0, -1)));
    expect(answer).toMatchObject({ error: { kind: 'no-answer', detail: 'the list broke off' } });
    expect(batches).toHaveLength(1);
  });

  it('is no answer when nothing comes for a while', async () => {
    const connection = hangUp();
    const server = await openWireServer(connection.respond(`[${wire(1)}`));
    const { answer } = await readFrom(server, {}, 0.1);
    expect(answer).toMatchObject({
      error: { kind: 'no-answer', detail: 'nothing came for 0.1 seconds' },
    });
    await connection.seen;
  });

  it('may take longer than that as long as something comes', async () => {
    const server = await openWireServer((response) => {
      begin(response, '[');
      let sent = 0;
      const timer = setInterval(() => {
        sent += 1;
        response.write(`${sent === 1 ? '' : ','}${wire(sent)}`);
        if (sent < 20) return;
        clearInterval(timer);
        response.end(']');
      }, 50);
    });
    const { answer } = await readFrom(server, {}, 0.5);
    expect(answer).toMatchObject({ ok: true, value: { count: 20 } });
  });

  it('is unreadable where something in it is no entry, and the error names the place', async () => {
    const connection = hangUp();
    const { answer, batches } = await reading(connection.respond(`${listOf(600).slice(0, -1)},7,`));
    expect(answer).toMatchObject({
      error: { kind: 'unreadable', status: 200, detail: 'not the expected shape at: 600' },
    });
    expect(batches).toHaveLength(1);
    await connection.seen;
  });

  it.each([
    ['foreign', 'not JSON', `[${wire(1)} ${wire(2)}]`],
    ['foreign', 'not JSON', '[{]'],
    ['foreign', 'not JSON', '[{},]'],
    ['foreign', 'not JSON', '[,{}]'],
    ['foreign', 'not JSON', '[] []'],
    ['foreign', 'not JSON', '<!doctype html>'],
    ['unreadable', 'not the expected shape at: 0', '[7]'],
    ['unreadable', 'not the expected shape at: its root', '{"error":"x"}'],
    ['unreadable', 'no body', ' '.repeat(2000)],
    ['too-large', 'too large', JSON.stringify({ data: 'x'.repeat(70_000) })],
  ])('is %s as %s', async (kind, detail, body) => {
    const { answer } = await reading(answering(200, body));
    expect(answer).toMatchObject({ ok: false, error: { kind, detail } });
  });

  it('tells what Toggl Focus answered instead', async () => {
    const body = { error: 'quota_exceeded', error_description: 'wait' };
    const { answer } = await reading(answering(402, body));
    expect(answer).toMatchObject({ error: { kind: 'answered', status: 402, reason: 'wait' } });
    const moved = await reading(answering(302, '[]', { Location: '/elsewhere' }));
    expect(moved.answer).toMatchObject({ error: { kind: 'foreign', detail: 'a redirect' } });
  });

  it('was not sent where nobody listens', async () => {
    const client = connectTo(`http://127.0.0.1:${await closedPort()}/api`);
    const sink = { onBatch: () => undefined, signal: new AbortController().signal };
    expect(await client.streamEntriesInBatches(range, sink)).toMatchObject({
      error: { kind: 'not-sent' },
    });
  });

  it('never tells the key', async () => {
    const { answer } = await reading(answering(401, { error: KEY, error_description: KEY }));
    expect(answer).toMatchObject({ error: { status: 401, reason: '[hidden]' } });
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it("passes on what the reader's own code throws, and closes the connection", async () => {
    const connection = hangUp();
    const server = await openWireServer(connection.respond(listOf(500).slice(0, -1)));
    const broken = (): never => {
      throw new RangeError('a bug');
    };
    await expect(readFrom(server, { onBatch: broken })).rejects.toThrow('a bug');
    await connection.seen;
  });

  it('has a connection of its own', async () => {
    const server = await openWireServer(answering(200, '[]'));
    await readFrom(server);
    expect(server.arrivals[0]?.headers).toMatchObject({
      connection: 'close',
      authorization: `Bearer ${KEY}`,
    });
  });
});
