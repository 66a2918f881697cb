import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { wire } from '../../adapters/focus/list/batch-reading.ts';
import { openWireServer, type Respond } from '../../adapters/focus/wire-server.ts';
import { collectedHeap } from '../../support/measure/collected-heap.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at } from '../../support/values.ts';

const ENTRIES = 20_000;
const MEGABYTE = 1024 * 1024;
const STEP_MS = 20 * 60_000;
const FIRST_AT = at('00:00') - ENTRIES * STEP_MS;

function entryText(index: number): string {
  return wire(index + 1, {
    start: new Date(FIRST_AT + index * STEP_MS).toISOString(),
    description: `what was done in session ${index}`,
    task_id: 1 + (index % 40),
    task: { id: 1 + (index % 40), name: `Task ${index % 40}` },
  });
}

/** A year and more of entries, written as fast as they are taken. */
function* listText(): Generator<string> {
  for (let index = 0; index < ENTRIES; index += 1) {
    yield `${index === 0 ? '[' : ','}${entryText(index)}`;
  }
  yield ']';
}

/** The core with the real HTTP client for long reads, and a server behind it that answers so. */
async function readingFrom(respond: Respond): Promise<Core> {
  const core = createCore();
  await core.connect();
  const client = (await openWireServer(respond)).client();
  core.focus.api.streamEntriesInBatches = (range, sink, filter) =>
    client.streamEntriesInBatches(range, sink, filter);
  await core.command({ type: 'show/range', fromAt: FIRST_AT, toAt: at('00:00') });
  return core;
}

it('reads a year of 20,000 entries in flat memory and tells how far it is', async () => {
  const core = await readingFrom((response) => void Readable.from(listText()).pipe(response));
  const heaps: number[] = [];
  const counts: number[] = [];
  core.stint.onSnapshot(({ reading }) => {
    if (reading === undefined) return;
    counts.push(reading.entries);
    if (counts.length % 5 === 0) heaps.push(collectedHeap());
  });
  expect(await core.command({ type: 'read/shown' })).toMatchObject({ ok: true });
  expect(core.snapshot().shown).toMatchObject({ range: { count: ENTRIES, readAt: at('08:00') } });
  expect(counts.length).toBeGreaterThan(10);
  expect([...counts].sort((a, b) => a - b)).toEqual(counts);
  const growth = Math.max(...heaps) - (heaps[0] ?? 0);
  process.stdout.write(`20,000 entries: the heap grew by ${(growth / MEGABYTE).toFixed(1)} MB\n`);
  expect(growth).toBeLessThan(8 * MEGABYTE);

  const page = core.stint.search({ kind: 'entries', text: '', offset: ENTRIES - 1, count: 5 });
  expect(page.ok && page.value.entries.map(({ description }) => description)).toEqual([
    'what was done in session 0',
  ]);
}, 60_000);

it('keeps what had arrived when it is called off in the middle, and lets the server go', async () => {
  let closed = false;
  const core = await readingFrom((response) => {
    response.on('close', () => (closed = true));
    response.writeHead(200);
    response.write(`[${Array.from({ length: 1200 }, (_, index) => entryText(index)).join(',')},`);
  });
  const arrived = new Promise<void>((resolve) => {
    core.stint.onSnapshot(({ reading }) => {
      if ((reading?.entries ?? 0) > 0) resolve();
    });
  });
  const reading = core.stint.command({ type: 'read/shown' });
  await arrived;
  await core.command({ type: 'read/cancel' });
  expect(await reading).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(closed).toBe(true);
  const { shown } = core.snapshot();
  expect(shown).toMatchObject({ range: { readAt: undefined } });
  expect([500, 1000]).toContain(shown.kind === 'range' && shown.range.count);
  expect(core.snapshot().reading).toBeUndefined();
});

it('removes nothing where the answer is cut off', async () => {
  let complete = true;
  const core = await readingFrom((response) => {
    const text = [...Array(600).keys()].map(entryText).join(',');
    if (complete) response.end(`[${text}]`);
    else response.write(`[${text.slice(0, 40_000)}`, () => response.destroy());
  });
  await core.command({ type: 'read/shown' });
  complete = false;
  expect(await core.command({ type: 'read/shown' })).toMatchObject({ ok: false });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 600 } });
});
