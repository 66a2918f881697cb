import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { focusRow } from '../support/entry-rows.ts';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { day, entry, snapshot } from '../support/snapshots.ts';

const sent = { state: 'delivered' } as const;
const DEEP = { id: 5, name: 'deep' };
const REVIEW = { id: 6, name: 'review' };

async function edited(tags?: readonly (typeof DEEP)[]): Promise<OpenPopup> {
  const popup = await openPopup(snapshot({ today: day([entry(sent, { tags })]) }));
  const offered = [DEEP, { ...REVIEW, ofTask: true } as const];
  popup.main.tell('read/tags', { tags: offered });
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  return popup;
}

const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });
const open = ({ user }: OpenPopup) => user.click(screen.getByText('Tags'));

test('They are read when they are opened, and begin with those of the task', async () => {
  const popup = await edited();
  expect(popup.main.commands.map(({ type }) => type)).not.toContain('read/tags');
  await open(popup);
  expect((await box('deep')).checked).toBe(false);
  expect((await box('review')).checked).toBe(true);
  await popup.user.click(await box('deep'));
  expect(popup.main.drafts.at(-1)).toMatchObject({ form: { tagIds: [6, 5] } });
  await popup.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(popup.main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'entry-1',
    tagIds: [6, 5],
  });
});

test('Those of the entry stand in place of those of its task, and unchanged say nothing', async () => {
  const popup = await edited([DEEP]);
  await open(popup);
  expect((await box('deep')).checked).toBe(true);
  expect((await box('review')).checked).toBe(false);
  await popup.user.click(await box('review'));
  await popup.user.click(await box('review'));
  await popup.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(popup.main.commands.at(-1)?.type).toBe('read/tags');
});

test('A workspace without tags says so', async () => {
  const popup = await edited();
  popup.main.tell('read/tags', { tags: [] });
  await open(popup);
  await screen.findByText(/There are no tags in this workspace/);
});

test('Where they cannot be read, that is said', async () => {
  const popup = await edited();
  popup.main.answer('read/tags', { kind: 'no-answer' });
  await open(popup);
  await screen.findByText(/did not answer in time/);
});
