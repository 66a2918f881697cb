import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import { collectedHeap } from '../../../support/measure/collected-heap.ts';
import {
  begin,
  listOf,
  MEGABYTE,
  range,
  readFrom,
  reading,
  wire,
  type Sink,
} from './batch-reading.ts';
import { answering, openWireServer, type Respond } from '../wire-server.ts';

describe('a range in batches', () => {
  it('comes in batches of five hundred, in order, and tells how many there were', async () => {
    const { answer, batches } = await reading(
      answering(200, listOf(1234), {
        'X-Toggl-Quota-Remaining': '29',
        'X-Toggl-Quota-Resets-In': '3600',
      }),
    );
    const value = { count: 1234, leftOut: [], isList: true };
    expect(answer).toEqual({ ok: true, value, quota: { remaining: 29, resetsIn: 3600 } });
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 234]);
    expect(batches.flat()).toEqual(Array.from({ length: 1234 }, (_, index) => index + 1));
  });

  it('reads each entry as the other routes do', async () => {
    const task = { id: 3, name: 'Plan — “größer” 🚀', project: { id: 8, name: 'Orion' } };
    const body = `[${wire(5, { task_id: 3, task, tags: null })}]`;
    const seen: FocusEntry[] = [];
    await reading(answering(200, body), { onBatch: (entries) => void seen.push(...entries) });
    const server = await openWireServer(answering(200, body));
    expect(await server.client().streamEntries(range)).toMatchObject({ value: { items: seen } });
    expect(seen[0]?.task?.name).toBe(task.name);
  });

  it('may be cut anywhere on its way, within a character too', async () => {
    const body = Buffer.from(` \n[${wire(1, { description: 'é🚀' })} , ${wire(2)}]\n`);
    const seen: (string | undefined)[] = [];
    const respond: Respond = (response) => {
      response.writeHead(200);
      Readable.from(Array.from(body, (byte) => Buffer.of(byte))).pipe(response);
    };
    const onBatch: Sink['onBatch'] = (entries) =>
      void seen.push(...entries.map(({ description }) => description));
    expect(await reading(respond, { onBatch })).toMatchObject({ answer: { value: { count: 2 } } });
    expect(seen).toEqual(['é🚀', undefined]);
  });

  it('hands a batch over while the rest is still on its way', async () => {
    let finish: () => void = () => undefined;
    const server = await openWireServer((response) => {
      begin(response, listOf(500).replace(/\]$/, ','));
      finish = () => response.end(`${wire(501)}]`);
    });
    const { answer, batches } = await readFrom(server, { onBatch: () => finish() });
    expect(answer).toMatchObject({ ok: true, value: { count: 501 } });
    expect(batches).toHaveLength(2);
  });

  it.each([
    ['an empty list', '[]', 0],
    ['null', 'null', 0],
    ['data without a list', '{"data":null}', 0],
    ['data', `{"data":[${wire(1)}]}`, 1],
    ['items', `{"items":[${wire(1)},${wire(2)}]}`, 2],
  ])('may come as %s', async (_how, body, count) => {
    const { answer, batches } = await reading(answering(200, body));
    expect(answer).toMatchObject({ ok: true, value: { count, isList: !body.includes('null') } });
    expect(batches).toHaveLength(Math.min(count, 1));
  });

  it.each(['', ' ', '{}'])('says nothing by %j', async (body) => {
    const { answer, batches } = await reading(answering(200, body));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(batches).toEqual([]);
  });

  it('holds twenty thousand entries in flat memory', async () => {
    const description = 'x'.repeat(950);
    let bytes = 0;
    const respond: Respond = (response) => {
      const chunks = function* (): Generator<string> {
        for (let id = 1; id <= 20_000; id += 1) {
          const chunk = `${id === 1 ? '[' : ','}${wire(id, { description })}`;
          bytes += chunk.length;
          yield chunk;
        }
        yield ']';
      };
      Readable.from(chunks()).pipe(response);
    };
    const server = await openWireServer(respond);
    const heaps: number[] = [];
    let batches = 0;
    const { answer } = await readFrom(server, {
      onBatch() {
        batches += 1;
        if (batches % 5 === 0) heaps.push(collectedHeap());
      },
    });
    // In between a busy machine has more of the answer on its way, which is the network's.
    const growth = (heaps.at(-1) ?? Infinity) - (heaps[0] ?? 0);
    process.stdout.write(
      `20,000 entries, ${(bytes / MEGABYTE).toFixed(1)} MB: the heap grew by ${(growth / MEGABYTE).toFixed(2)} MB\n`,
    );
    expect(answer).toMatchObject({ ok: true, value: { count: 20_000 } });
    expect(bytes).toBeGreaterThan(19 * MEGABYTE);
    expect(growth).toBeLessThan(bytes / 4);
  }, 30_000);
});
