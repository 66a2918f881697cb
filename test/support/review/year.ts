import type { CDPSession, Page } from 'playwright';

/** Of the popup's page. */
export type Figures = {
  /** What is in use after a garbage collection, in MB. */
  readonly heap: number;
  readonly nodes: number;
};

export type Gauge = {
  readonly read: () => Promise<Figures>;
  /** Processor time of the page's main thread so far, in ms; a busy machine does not lengthen it. */
  readonly mainThreadMs: () => Promise<number>;
};

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const found = metrics.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the page has no metric ${name}`);
  return found.value;
}

export async function createGauge(page: Page): Promise<Gauge> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async read() {
      await cdp.send('HeapProfiler.collectGarbage');
      const used = await metric(cdp, 'JSHeapUsedSize');
      return { heap: used / 1_000_000, nodes: await metric(cdp, 'Nodes') };
    },
    mainThreadMs: async () => 1000 * (await metric(cdp, 'TaskDuration')),
  };
}

export type Scroll = {
  /** Between two frames each, in ms, shortest first. */
  readonly frames: readonly number[];
  /** The most rows that were in the document at once. */
  readonly rows: number;
  /** Frames at whose end a row in sight was still being looked up. */
  readonly unread: number;
};

/** Scrolls the list of found entries, so many px a frame, and watches each frame. */
export function scrollList(page: Page, frames: number, pxAFrame: number): Promise<Scroll> {
  return page.evaluate(
    async ({ frames, pxAFrame }) => {
      const list = document.querySelector('[role=grid]');
      if (list === null) throw new Error('there is no list to scroll');
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const between: number[] = [];
      let rows = 0;
      let unread = 0;
      let last = await nextFrame();
      for (let frame = 0; frame < frames; frame += 1) {
        list.scrollTop += pxAFrame;
        const now = await nextFrame();
        between.push(now - last);
        last = now;
        rows = Math.max(rows, list.querySelectorAll('[role=option]').length);
        if (list.querySelector('.waiting') !== null) unread += 1;
      }
      return { frames: between.sort((a, b) => a - b), rows, unread };
    },
    { frames, pxAFrame },
  );
}

/** `p50 16.7, p95 16.8, p99 17.1, most 33.3 ms`. */
export function frameWords(frames: readonly number[]): string {
  const at = (share: number) => (frames[Math.floor((frames.length - 1) * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms`;
}
