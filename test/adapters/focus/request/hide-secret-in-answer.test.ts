import { expect, it } from 'vitest';
import type { FocusAccount, FocusApi } from '../../../../src-main/app/ports/focus-api.ts';
import { seconds } from '../../../support/values.ts';
import { range } from '../list/batch-reading.ts';
import { answering, KEY, openWireServer } from '../wire-server.ts';

const DIGITS = KEY.slice('toggl_sk_'.length);
const forms: readonly (readonly [string, string])[] = [
  ['as it is', KEY],
  ['in upper case', KEY.toUpperCase()],
  ['without its prefix', DIGITS],
  ['in base64', Buffer.from(`Bearer ${KEY}`).toString('base64')],
  ['in hexadecimal', Buffer.from(KEY).toString('hex')],
];

const echo = (text: string) => ({
  id: 5,
  start: '2026-11-24T08:00:00Z',
  duration: 90,
  name: `a ${text} b`,
  description: `a ${text} b`,
  project: { id: 1, name: `a ${text} b` },
  task: {
    id: 3,
    name: `a ${text} b`,
    project: { id: 1, name: `a ${text} b` },
    client: { name: `a ${text} b` },
    status: { name: `a ${text} b` },
    tags: [{ name: `a ${text} b` }],
  },
  timezone: `a ${text} b`,
});

const reads: readonly (readonly [string, (api: FocusApi) => Promise<unknown>])[] = [
  ['an entry', (api) => api.getEntry(5)],
  ['what runs', (api) => api.currentEntry()],
  ['a task', (api) => api.getTask(5)],
  ['the settings', (api) => api.getSettings()],
  ['a created entry', (api) => api.createTaskEntry(3, NEW)],
  ['a created task', (api) => api.createTask({ name: 'New' })],
];

const NEW = {
  startAt: range.fromAt,
  seconds: seconds(90),
  type: 'activity',
  description: 'words',
} as const;

const lists: readonly (readonly [string, (api: FocusApi) => Promise<unknown>])[] = [
  ['a stream of entries', (api) => api.streamEntries(range)],
  ['a page of entries', (api) => api.listEntries(range)],
  ['tasks', (api) => api.streamTasks()],
  ['projects', (api) => api.listProjects()],
  ['plans', (api) => api.streamTimeBlocks(range)],
  ['a long range', inBatches],
];

/** The batches, too. */
async function inBatches(api: FocusApi): Promise<unknown> {
  const batches: unknown[] = [];
  const onBatch = (batch: unknown): void => void batches.push(batch);
  const { signal } = new AbortController();
  const answer = await api.streamEntriesInBatches(range, { onBatch, signal });
  return { ...answer, batches };
}

async function read(
  body: unknown,
  ask: (api: FocusApi) => Promise<unknown>,
  credential?: FocusAccount['credential'],
): Promise<string> {
  const server = await openWireServer(answering(200, body));
  const answer = await ask(server.client(credential && { credential }));
  expect(answer).toMatchObject({ ok: true });
  return JSON.stringify(answer);
}

it.each(forms)('reads no answer of success with the key in it: %s', async (_form, text) => {
  for (const [, ask] of reads) {
    expect((await read(echo(text), ask)).toLowerCase()).not.toContain(text.toLowerCase());
  }
  for (const [, ask] of lists) {
    expect((await read([echo(text)], ask)).toLowerCase()).not.toContain(text.toLowerCase());
  }
});

it('shows the rest of a name, and drops a description, which might be sent back', async () => {
  const server = await openWireServer(answering(200, echo(KEY)));
  expect(await server.client().getEntry(5)).toMatchObject({
    value: {
      description: undefined,
      task: { name: 'a [hidden] b', clientName: 'a [hidden] b', tagNames: ['a [hidden] b'] },
    },
  });
});

it('leaves each text that does not hold the key as it came', async () => {
  const text = `toggl_sk_ Bearer ${DIGITS.slice(0, 20)} \u{1f680}\n"x" YWJjZGVm ${'0'.repeat(40)}`;
  const server = await openWireServer(answering(200, echo(text)));
  expect(await server.client().getEntry(5)).toMatchObject({
    value: { description: `a ${text} b`, task: { name: `a ${text} b` } },
  });
});

it("takes a word for a word, though it is also somebody's password", async () => {
  const credential = { kind: 'password', email: 'ada@example.com', password: 'meeting' } as const;
  const text = 'Meeting with ada@example.com';
  const server = await openWireServer(answering(200, echo(text)));
  expect(await server.client({ credential }).getEntry(5)).toMatchObject({
    value: { description: `a ${text} b` },
  });
  const pair = 'ada@example.com:meeting';
  for (const form of [pair, Buffer.from(pair).toString('base64')]) {
    expect(await read(echo(form), (api) => api.getEntry(5), credential)).not.toContain(form);
  }
});
