import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { StintBridge } from '#contract';
import { axeFindings } from '../../support/electron/axe.ts';
import { projectRoot } from '../../support/electron/electron-app.ts';
import { allSent } from '../../support/electron/popup-steps.ts';
import { onRow, rowOf, rowsReading } from '../../support/review/list.ts';
import { reviewRun, type Review } from '../../support/review/run.ts';
import { dropBeforeApply } from '../../support/server/faults.ts';
import { sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();
/** It has no tags, so that nothing tells which are strange to it. */
const TASK = { id: 650_003, name: 'Upgrade the build image' };
const TAG_IDS = [630_002, 630_004];
const WORDS = 'release notes';

/** Another computer tracked the same twice, with tags of its own, before ours could be sent. */
async function askedAbout(): Promise<Review> {
  const review = await reviewRun(session(), []);
  const { page, api, server, beganAt, requested } = review;
  const startAt = beganAt - 3_600_000;
  server.faults.next(dropBeforeApply);
  await add(page, startAt);
  await requested('POST', 'O/tasks/*/time-entries');
  for (const tag of TAG_IDS) {
    const fields = { type: 'activity', duration: 1800, description: WORDS, tag_ids: [tag] };
    const path = `O/tasks/${TASK.id}/time-entries`;
    await api.call('POST', path, { ...fields, start: new Date(startAt).toISOString() });
  }
  await page.keyboard.press('F5');
  await page.getByText('may have this entry already').waitFor();
  server.forgetRequests();
  return review;
}

async function add(page: Page, startAt: number): Promise<void> {
  const fields = { taskId: TASK.id, description: WORDS, startAt, seconds: 1800 };
  await page.evaluate((wanted) => {
    const { stint } = globalThis as unknown as { readonly stint: StintBridge };
    return stint.command({ type: 'entry/add', ...wanted });
  }, fields);
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, 'test-results');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `question-${name}.png`) });
}

const writes = ({ server }: Review) => server.requests().filter(({ method }) => method !== 'GET');

it('shows what an entry may be, finds it from the footer, and sends nothing until that is said', async () => {
  const review = await askedAbout();
  const { page } = review;
  await picture(page, 'asked');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '1 unclear: show it' }).click();
  await page.keyboard.press('F5');
  await page.getByText('may have this entry already').waitFor();
  expect(writes(review)).toEqual([]);
});

it('becomes the one that is named, and the other stays', async () => {
  const review = await askedAbout();
  const { page } = review;
  await page
    .getByRole('button', { name: /^It is this one: .*Tag/ })
    .first()
    .click();
  await allSent(page);
  await rowsReading(page, /not tracked/, /overlaps \d+ min$/, /overlaps \d+ min$/);
  await picture(page, 'named');
  expect(writes(review)).toEqual([]);
});

it('is sent where it is none of them', async () => {
  const review = await askedAbout();
  const { page, server, requested } = review;
  await rowOf(page, 'needs you').first().waitFor();
  await onRow(page, 'needs you', 'k');
  await requested('POST', 'O/tasks/*/time-entries');
  await allSent(page);
  expect(server.entries()).toHaveLength(3);
});
