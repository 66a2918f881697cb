import { expect, it } from 'vitest';
import type { StintBridge } from '#contract';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { describeWork, startTimer } from '../../support/main-job/popup.ts';
import { press } from '../../support/electron/popup-steps.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

const entries = Array.from({ length: 8 }, (_, index) => ({
  minutesAgo: 200 - index * 20,
  minutes: 10,
  taskId: index % 2 === 0 ? TASK_A.id : TASK_B.id,
}));

type Watching = { readonly stint: StintBridge; pushes: number; drawn: number };

it('draws no row anew for a push that says the same of the day', async () => {
  const { page } = await reviewRun(session(), entries);
  await describeWork(page, 'on the phone');
  await startTimer(page);
  await page.evaluate(() => {
    const watching = globalThis as unknown as Watching;
    watching.pushes = 0;
    watching.drawn = 0;
    watching.stint.onSnapshot(() => (watching.pushes += 1));
    new MutationObserver((records) => (watching.drawn += records.length)).observe(
      document.querySelector('[role=grid]') ?? document.body,
      { attributes: true, characterData: true, childList: true, subtree: true },
    );
  });

  await press(page, 'Refresh');

  const seen = (what: 'pushes' | 'drawn') =>
    page.evaluate((name) => (globalThis as unknown as Watching)[name], what);
  await until(async () => (await seen('pushes')) >= 2, 'the refresh is told of');
  // A frame later whatever the pushes have changed is in the document.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await seen('drawn')).toBe(0);
});
