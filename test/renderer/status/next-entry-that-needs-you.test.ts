import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { DeliveryView, Snapshot } from '#contract';
import { fakeMain, openPopup } from '../support/open-popup.ts';
import { entry, snapshot } from '../support/snapshots.ts';

const refused: DeliveryView = {
  state: 'rejected',
  status: 422,
  reason: 'locked',
  delivered: false,
};
const DAY_MS = 86_400_000;

function withNeed(base: Snapshot, rejected: number, conflicts = 0): Snapshot {
  return { ...base, sync: { ...base.sync, rejected, conflicts } };
}

/** The day before, with an entry that was refused. */
function theDayBefore(): Snapshot {
  const { today } = snapshot();
  const back = (at: number) => (at - DAY_MS) as typeof today.startAt;
  const wrong = entry(refused, { id: 'wrong', startAt: back(entry(refused).startAt) });
  const day = { ...today, startAt: back(today.startAt), endAt: today.startAt, entries: [wrong] };
  return withNeed(snapshot({ shown: { kind: 'day', day } }), 1);
}

const way = (words = '1 refused: show it') => screen.getByRole('button', { name: words });

test.for(['reply first', 'day first'] as const)(
  'What needs the person has a way to it, which gives its row the focus: %s',
  async (order) => {
    const main = fakeMain();
    const { user } = await openPopup(withNeed(snapshot(), 1), main);
    main.tell('show/needs-you', { entryId: 'wrong' });
    const release = order === 'day first' ? main.whyPaused('show/needs-you') : undefined;
    await user.click(way());
    expect(main.commands.at(-1)).toEqual({ type: 'show/needs-you', afterId: undefined });
    await main.push(theDayBefore());
    release?.();
    await expect.poll(() => document.activeElement?.getAttribute('data-entry-id')).toBe('wrong');

    await user.click(way());
    expect(main.commands.at(-1)).toEqual({ type: 'show/needs-you', afterId: 'wrong' });
  },
);

test('The way is pressed by keyboard, too, and says where it leads', async () => {
  const { main, user } = await openPopup(withNeed(snapshot(), 1, 1));
  expect(way('2 need you: show them').title).toBe('Show one after the other, the oldest first');
  way('2 need you: show them').focus();
  await user.keyboard('{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'show/needs-you', afterId: undefined });
});

test('Who goes elsewhere meanwhile is not called back', async () => {
  const main = fakeMain();
  const { user } = await openPopup(withNeed(snapshot(), 1), main);
  main.tell('show/needs-you', { entryId: 'wrong' });
  await user.click(way());
  await user.click(screen.getByRole('button', { name: 'Week' }));
  const focused = document.activeElement;
  await main.push(theDayBefore());
  expect(document.activeElement).toBe(focused);
});
