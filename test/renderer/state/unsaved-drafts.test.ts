import { screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import type { Draft, DraftView, Snapshot } from '#contract';
import { fakeMain, openPopup } from '../support/open-popup.ts';
import { entry, running, snapshot, withEntries } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

/** What main was given last, in another page. */
async function openAgain(before: Snapshot, draft: DraftView | undefined) {
  document.body.replaceChildren();
  return openPopup({ ...before, draft: draft ?? {} });
}

const words = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const sent = entry({ state: 'delivered' });

async function last(main: { readonly drafts: readonly Draft[] }): Promise<Draft | undefined> {
  await tick();
  await Promise.resolve();
  return main.drafts.at(-1);
}

test('Half a text stands there again, with its list closed, and is typed on', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(workField(), 'second reh');
  const draft = await last(main);
  expect(draft?.start).toEqual({ description: 'second reh' });

  await openAgain(snapshot(), draft);
  expect(workField().value).toBe('second reh');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(workField());
});

test('What was typed for the next timer waits behind the one that runs', async () => {
  const { user } = await openPopup(
    snapshot({ timer: running, draft: { start: { description: 'second reh' } } }),
  );
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stop timer' }));
  await user.keyboard('{Control>}k{/Control}');
  expect(workField().value).toBe('second reh');
});

test('What was started is no draft any more', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(workField(), 'done{Enter}');
  expect(await last(main)).toEqual({ start: undefined, timer: undefined, form: undefined });
});

test('The running timer is edited on where it was left', async () => {
  const before = snapshot({ timer: running });
  const { main, user } = await openPopup(before);
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await user.clear(field('Started at'));
  await user.type(field('Started at'), '13:');
  const draft = await last(main);
  expect(draft?.timer).toEqual({ timerId: 'session-1', start: '13:' });

  const again = await openAgain(before, draft);
  expect(field('Started at').value).toBe('13:');
  await again.user.click(field('Started at'));
  await again.user.keyboard('{Escape}');
  expect((await last(again.main))?.timer).toBeUndefined();
});

test('An open edit stands there again with all its fields, and saving it drops it', async () => {
  const before = withEntries([sent]);
  const { main, user } = await openPopup(before);
  screen.getAllByRole('row')[0]!.focus();
  await user.keyboard('e');
  await user.type(words('Description of the entry'), 'half');
  await user.clear(field('Length'));
  await user.type(field('Length'), '1:');
  await user.click(screen.getByRole('checkbox', { name: 'Break' }));
  const draft = await last(main);

  const again = await openAgain(before, draft);
  expect(words('Description of the entry').value).toBe('half');
  expect(field('Length').value).toBe('1:');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Break' }).checked).toBe(true);
  expect(document.activeElement).toBe(words('Description of the entry'));
  expect(screen.queryByText(/was changed since/)).toBeNull();

  await again.user.type(field('Length'), '30{Enter}');
  expect(again.main.commands.at(-1)).toMatchObject({ type: 'entry/edit', description: 'half' });
  expect((await last(again.main))?.form).toBeUndefined();
});

test.for([
  ['s', 'Split at', '12:0'],
  ['h', 'Minutes later, or earlier with a minus', '-'],
] as const)('A short form stands there again: %s', async ([key, label, text]) => {
  const before = withEntries([sent]);
  const { main, user } = await openPopup(before);
  screen.getAllByRole('row')[0]!.focus();
  await user.keyboard(key);
  await user.clear(field(label));
  await user.type(field(label), text);
  const draft = await last(main);

  const again = await openAgain(before, draft);
  expect(field(label).value).toBe(text);
  await again.user.click(field(label));
  await again.user.keyboard('{Escape}');
  expect((await last(again.main))?.form).toBeUndefined();
});

test('What is added by hand keeps its span, wherever the clock is by then', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  const [start, end] = [field('Start').value, field('End').value];
  await user.type(words('Description of the entry'), 'a call');
  const draft = await last(main);

  await openAgain(snapshot(), draft);
  expect([field('Start').value, field('End').value]).toEqual([start, end]);
  expect(words('Description of the entry').value).toBe('a call');
});

test('An entry that was changed since says so in its form', async () => {
  const form = { panel: 'edit', dayAt: snapshot().today.startAt, rowKey: sent.id } as const;
  await openAgain(withEntries([sent]), { form: { ...form, description: 'mine' }, changed: true });
  within(screen.getByRole('group', { name: 'Edit the entry' })).getByText(/was changed since/);
  expect(words('Description of the entry').value).toBe('mine');
});

test('An entry that is gone is told of once, with the words that were typed for it', async () => {
  const main = fakeMain();
  const { user } = await openPopup(
    snapshot({ draft: { lost: { of: 'entry', description: 'half a thought' } } }),
    main,
  );
  screen.getByText(/is gone\. You had typed: “half a thought”/);
  expect(await last(main)).toEqual({ start: undefined, timer: undefined, form: undefined });
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/half a thought/)).toBeNull();
});

test('Of a timer that has ended it is told what was not done', async () => {
  await openPopup(snapshot({ draft: { lost: { of: 'timer', description: undefined } } }));
  screen.getByText('The timer that you were changing has ended; its change was not made.');
});

test('What was typed for one account does not stand there for another', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(workField(), 'secret');
  await main.push(snapshot({ account: { state: 'none' } }));
  await main.push(snapshot());
  expect(workField().value).toBe('');
});

test('What was typed is still there after a look at the settings', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(workField(), 'half');
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.keyboard('{Escape}');
  expect(workField().value).toBe('half');
});
