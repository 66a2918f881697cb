import type { Snapshot } from '#contract';
import { screen } from '@testing-library/svelte';
import { fakeMain, openPopup, type OpenPopup } from './open-popup.ts';
import { snapshot } from './snapshots.ts';

/** The one field in which a timer begins. */
export const workField = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('combobox', { name: 'What are you working on?' });

/** Of the form for an entry that is added by hand. */
export const taskField = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('combobox', { name: 'Task of the entry' });

export const descriptionField = (): HTMLTextAreaElement =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description of the entry' });

/** A popup in which an entry is about to be added by hand, with the focus on its task, of which nothing is said yet. */
export async function openAddForm(
  shown: Snapshot = snapshot(),
  main = fakeMain(),
): Promise<OpenPopup> {
  const opened = await openPopup(shown, main);
  await addEntry(opened);
  return opened;
}

export async function addEntry({ user }: OpenPopup): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  await user.clear(taskField());
  await user.keyboard('{Escape}');
}
