import type { Page } from 'playwright';

/**
 * All that the page's memory of JavaScript holds after a garbage collection, as the text of a heap
 * snapshot: values in closures are in it too, which nothing on `window` leads to.
 */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}
