import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { longestStop } from '../../../support/measure/longest-stop.ts';
import { listOf, range, wire } from './batch-reading.ts';
import { answering, openWireServer, type Respond, type WireServer } from '../wire-server.ts';

const MEGABYTE = 1024 * 1024;
/** Asked for is a tenth of a second; the machine that runs the tests may be three times as slow. */
const MOST_STOP_MS = 300;

/** So many bytes of the text given, over and over, between a begin and an end. */
function repeated(text: string, bytes: number, begin = '', end = ''): Respond {
  const chunk = text.repeat(Math.ceil((64 * 1024) / text.length));
  return (response) => {
    const chunks = function* (): Generator<string> {
      yield begin;
      for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
      yield end;
    };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const body = Readable.from(chunks());
    body.pipe(response);
    response.once('close', () => body.destroy());
  };
}

const hostile: readonly (readonly [string, Respond])[] = [
  ['30 MB of brackets', repeated('[', 30 * MEGABYTE)],
  ['two million nested objects', repeated('{"a":', 10 * MEGABYTE, '[')],
  ['two million empty objects', repeated('{},', 6 * MEGABYTE, '[', '{}]')],
  ['an item of millions of values', repeated('0,', 8 * MEGABYTE, '[{"id":1,"tags":[', '0]}]')],
  ['an endless text', repeated('x', 30 * MEGABYTE, '[{"id":1,"description":"')],
  ['a text outside a list', repeated('x', 30 * MEGABYTE, '{"name":"')],
  ['a number without an end', repeated('9', 10 * MEGABYTE, '[')],
];

const reads: readonly (readonly [string, (server: WireServer) => Promise<unknown>])[] = [
  ['an entry', (server) => server.client().getEntry(5)],
  ['the settings', (server) => server.client().getSettings()],
  ['a page', (server) => server.client().listTasks()],
  ['a stream', (server) => server.client().streamEntries(range)],
  [
    'a long range',
    (server) =>
      server.client().streamEntriesInBatches(range, {
        onBatch: () => undefined,
        signal: new AbortController().signal,
      }),
  ],
];

describe.each(reads)('main goes on while %s', (_route, read) => {
  it.each(hostile)(
    'is answered by %s',
    async (_what, respond) => {
      const server = await openWireServer(respond);
      const { result, stopMs } = await longestStop(() => read(server));
      expect(result).toMatchObject({ quota: undefined });
      expect(stopMs).toBeLessThan(MOST_STOP_MS);
    },
    30_000,
  );
});

describe('an answer that goes on and on', () => {
  it('ends where a list holds more than any', async () => {
    const server = await openWireServer(repeated(`${wire(1)},`, 64 * MEGABYTE, '['));
    expect(await server.client().streamEntries(range)).toMatchObject({
      error: { kind: 'too-large', detail: 'too many' },
    });
    const limits = { batches: { maxItems: 700 } };
    let count = 0;
    const answer = await server.client({}, limits).streamEntriesInBatches(range, {
      onBatch: (batch) => void (count += batch.length),
      signal: new AbortController().signal,
    });
    expect(answer).toMatchObject({ error: { kind: 'too-large', detail: 'too many' } });
    expect(count).toBe(500);
  }, 30_000);

  it('ends where it is more than it seemed: compressed', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * MEGABYTE, ' '));
    const server = await openWireServer((response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(bomb);
    });
    const { result, stopMs } = await longestStop(() => server.client().streamEntries(range));
    expect(result).toMatchObject({ error: { kind: 'too-large' } });
    expect(stopMs).toBeLessThan(MOST_STOP_MS);
  }, 30_000);

  it('ends where its headers do', async () => {
    const server = await openWireServer(
      answering(200, listOf(1), { 'X-Toggl-Quota-Remaining': '1'.repeat(MEGABYTE) }),
    );
    expect(await server.client().streamEntries(range)).toMatchObject({
      error: { applied: 'maybe' },
      quota: undefined,
    });
  });
});

describe('a list with something in it that cannot be read', () => {
  const odd: readonly (readonly [string, string, object])[] = [
    ['an absurd length', wire(2, { duration: 1e17 }), { id: 2 }],
    ['a length that is no number of ours', wire(2, { duration: 1e19 }), { id: 2 }],
    ['a length without an end', wire(2).replace(':90', ':1e999'), { id: 2 }],
    ['a length of more than a year', wire(2, { duration: 31_622_401 }), { id: 2 }],
    ['an absurd plan', wire(2, { start: null, duration: 1e17 }), { id: 2, startAt: 'absent' }],
    ['an odd start', wire(2, { start: 'soon' }), { id: 2, startAt: undefined }],
    ['an id past counting', wire(2 ** 53), { id: undefined }],
    ['an odd task', wire(2, { task_id: 'b' }), { id: 2 }],
    ['a start behind all time', wire(2, { start: '9999-12-31T23:59:59-01:00' }), { id: 2 }],
    ['an end behind all time', wire(2, { start: '9999-12-31T23:59:00Z' }), { id: 2 }],
    ['a description of megabytes', wire(2, { description: 'x'.repeat(4e6) }), { id: undefined }],
    ['a long description', wire(2, { description: 'x'.repeat(30_001) }), { id: 2 }],
    ['a deep object', wire(2, { a: 0 }).replace(':0', `:${'['.repeat(99)}${']'.repeat(99)}`), {}],
  ];

  it.each(odd)('is read without it: %s', async (_what, text, leftOut) => {
    const server = await openWireServer(answering(200, `[${wire(1)},${text},${wire(3)}]`));
    const answer = await server.client().streamEntries(range);
    expect(answer).toMatchObject({
      ok: true,
      value: { items: [{ id: 1 }, { id: 3 }], leftOut: [leftOut], isList: true },
    });
  });

  it('shows the rest of an item whose trimmings are absurd', async () => {
    const planned = { planned_duration: 1e17, planned_start: '9999-12-31T23:59:59-01:00' };
    const task = { id: 3, name: `${'n'.repeat(499)}🚀`, tags: Array(500).fill({ name: 't' }) };
    const server = await openWireServer(answering(200, `[${wire(1, { ...planned, task })}]`));
    expect(await server.client().streamEntries(range)).toMatchObject({
      value: {
        items: [
          {
            plannedSeconds: undefined,
            plannedStartAt: undefined,
            task: { name: `${'n'.repeat(499)}…`, tagNames: { length: 100 } },
          },
        ],
      },
    });
  });
});
