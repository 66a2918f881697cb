import { describe, expect, it } from 'vitest';
import { createConnectFocus } from '../../../../src-main/adapters/focus/client.ts';
import type { Fetch } from '../../../../src-main/adapters/focus/transport/fetch-port.ts';
import { seconds } from '../../../support/values.ts';
import { begin, listOf, range } from '../list/batch-reading.ts';
import { KEY, openWireServer } from '../wire-server.ts';

/** As Electron's `net.fetch`: a body that is cancelled is not read on, and its connection stays. */
const keepingFetch: Fetch = async (url, init) => {
  const { status, headers, body } = await fetch(url, init);
  const reader = body?.getReader();
  const keeping = reader && {
    read: async () => reader.read(),
    cancel: () => Promise.resolve(),
  };
  return { status, headers, body: keeping ? { getReader: () => keeping } : null };
};

async function openEndless(words: string) {
  let see: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    see = resolve;
  });
  const server = await openWireServer((response) => {
    response.once('close', () => see());
    begin(response, words);
  });
  const api = createConnectFocus({
    fetch: keepingFetch,
    limits: { stream: { timeout: seconds(20), maxBytes: 1000 } },
  })({
    baseUrl: `${server.origin}/api`,
    organizationId: 7,
    workspaceId: 9,
    credential: { kind: 'key', key: KEY },
  });
  return { api, closed };
}

describe('the connection of an answer that is not read to its end is closed', () => {
  it('where the body is too large', async () => {
    const { api, closed } = await openEndless(listOf(100));
    expect(await api.streamTasks()).toMatchObject({ error: { detail: 'too large' } });
    await closed;
  });

  it('where something in a long range is no entry', async () => {
    const { api, closed } = await openEndless('[7,');
    const sink = { onBatch: () => undefined, signal: new AbortController().signal };
    const answer = await api.streamEntriesInBatches(range, sink);
    expect(answer).toMatchObject({ error: { kind: 'unreadable' } });
    await closed;
  });
});
