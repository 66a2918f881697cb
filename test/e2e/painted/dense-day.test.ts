import { expect, it } from 'vitest';
import { openDemo } from '../../support/server/demo-api.ts';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { snapshotOf } from '../../support/electron/popup-steps.ts';
import { connectedRun, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
const COUNT = 300;

/** Of red, green and blue the darkest: of the strip's ground and of paper none is as dark. */
const isInk = (rgb: number) => [16, 8, 0].some((shift) => ((rgb >> shift) & 0xff) < 0xa0);

it('paints a day of many short entries as tracked, however little is left to each of them', async () => {
  await using api = await openDemo();
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  const entries = Array.from({ length: COUNT }, (_, index) => ({
    type: 'activity',
    task_id: index % 2 === 0 ? TASK_A.id : TASK_B.id,
    start: new Date(now - (COUNT - index) * 60_000).toISOString(),
    duration: 60,
  }));
  await api.call('POST', 'O/time-entries/bulk', entries);
  const { page } = await connectedRun({ session: session(), server: api.server });
  await until(
    async () => (await snapshotOf(page)).today.entries.length === COUNT,
    'the entries are shown',
  );
  await page
    .locator('li.entry')
    .nth(COUNT - 1)
    .waitFor();

  const { from, to, y } = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('li.entry')].map((li) =>
      li.getBoundingClientRect(),
    );
    const lefts = boxes.map(({ left }) => left);
    const [first] = boxes;
    return {
      from: Math.ceil(screenX + Math.min(...lefts)),
      to: Math.floor(screenX + Math.max(...lefts)),
      y: Math.round(screenY + (first?.top ?? 0) + (first?.height ?? 0) / 2),
    };
  });
  const share = async () => {
    const { rgba, width } = await session().screen.picture();
    const row = Array.from({ length: to - from }, (_, x) =>
      rgba.readUIntBE((y * width + from + x) * 4, 3),
    );
    return row.filter(isInk).length / row.length;
  };
  await until(async () => (await share()) > 0.9, 'the strip is painted').catch(() => undefined);
  expect(await share()).toBeGreaterThan(0.9);
});
