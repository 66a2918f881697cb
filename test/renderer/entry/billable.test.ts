import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { focusRow } from '../support/entry-rows.ts';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { day, entry, snapshot } from '../support/snapshots.ts';

const sent = { state: 'delivered' } as const;
const box = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: 'Billable' });

async function edited(billable: boolean | undefined): Promise<OpenPopup> {
  const popup = await openPopup(snapshot({ today: day([entry(sent, { billable })]) }));
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  return popup;
}

test.for([true, false])('Whether it is billable is seen and changed: %s', async (billable) => {
  const { main, user } = await edited(billable);
  expect(screen.queryAllByRole('img', { name: 'Billable' })).toHaveLength(billable ? 1 : 0);
  expect(box()?.checked).toBe(billable);
  await user.click(screen.getByRole('checkbox', { name: 'Billable' }));
  expect(main.drafts.at(-1)).toMatchObject({ form: { billable: !billable } });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'entry-1',
    billable: !billable,
  });
});

test('Where the account tells nothing of it, nothing is asked', async () => {
  await edited(undefined);
  expect(box()).toBeNull();
});

test('An added entry says it only where a person did', async () => {
  const today = day([entry(sent, { billable: false })]);
  const { main, user } = await openPopup(snapshot({ today }));
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  await user.type(screen.getByRole('textbox', { name: 'Description of the entry' }), 'Call');
  await user.click(screen.getByRole('checkbox', { name: 'Billable' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(main.commands.at(-1)).toMatchObject({ type: 'entry/add', billable: true });
});
