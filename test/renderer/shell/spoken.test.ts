import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ChangeView } from '#contract';
import { focusRow, morning, dayOf, morningDay } from '../support/entry-rows.ts';
import { fakeMain, openPopup } from '../support/open-popup.ts';
import { at, entry, running, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const described = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

test('The row of a refused entry says why, and what can be done', async () => {
  const refused = {
    state: 'rejected',
    status: 422,
    reason: 'project is required',
    delivered: false,
  } as const;
  const [mail, review] = morning;
  await openPopup(dayOf([mail, entry(refused, { id: 'x', task: review.task })]));
  const words = described(focusRow(/^Review/));
  expect(words).toContain('project is required');
  expect(words).toContain('Discard');
  expect(focusRow(/^E-mail/).hasAttribute('aria-describedby')).toBe(false);
});

test('The row of an entry that is held up on the way says so, and what can be done', async () => {
  const [mail, review] = morning;
  const held = entry({ state: 'blocked', status: 403 }, { id: 'x', task: review.task });
  await openPopup(dayOf([mail, held]));
  const words = described(focusRow(/^Review/));
  expect(words).toContain('does not let it through (HTTP 403)');
  expect(words).toContain('Send again');
});

test('A timer that a key has started is said, and one that runs already is not', async () => {
  const { main } = await openPopup(snapshot());
  const announced = () => screen.queryByText(/^Timer (started|stopped)/)?.textContent;
  await main.push(snapshot({ timer: running }));
  await waitFor(() => expect(announced()).toBe('Timer started: Migration dry run.'));
  await main.push(snapshot());
  await waitFor(() => expect(announced()).toBe('Timer stopped.'));
});

test('What Ctrl+Z takes back is said, and what Ctrl+Shift+Z does again', async () => {
  const undo: ChangeView = { what: 'edit', count: 1, at: at('14:00:00') };
  const { user } = await openPopup(morningDay({ undo, redo: { ...undo, what: 'delete' } }));
  focusRow(/^Review/);
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('Taken back: changed 1 entry.');
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await screen.findByText('Done again: deleted 1 entry.');
});

test('A change of one entry is told with its name, a gap with what it was filled with', async () => {
  const { main } = await openPopup(morningDay());
  const [mail] = morning;
  const change = { what: 'edit', count: 1, entryId: mail.id } as const;
  await main.push(morningDay({ undo: { ...change, at: at('14:50:00') } }));
  await screen.findByText('Changed “E-mail”.');
  await main.push(morningDay({ undo: { ...change, what: 'fill', at: at('14:51:00') } }));
  await screen.findByText('Filled the gap with “E-mail”.');
});

test('A popup that is opened again begins with the field, whatever was pressed last', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.keyboard('{Escape}');
  const gear = screen.getByRole('button', { name: 'Settings' });
  await waitFor(() => expect(document.activeElement).toBe(gear));
  main.show(false);
  main.show(true);
  await user.keyboard('Tea');
  expect(workField()).toHaveProperty('value', 'Tea');
});

test('A form that is open keeps its place until the popup is opened again', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('e');
  const held = document.activeElement;
  main.show(false);
  main.show(true);
  expect(document.activeElement).toBe(held);
});

test.for(['{Escape}', 'back'])('Settings closed by %s give the focus back', async (way) => {
  const { user } = await openPopup(snapshot());
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  if (way === 'back') await user.click(screen.getByRole('button', { name: 'Back' }));
  else await user.keyboard(way);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Settings' })),
  );
});

test.for([
  ['key-refused', 'API key'],
  ['organization-forbidden', 'Toggl Focus address'],
  ['workspace-not-found', 'Toggl Focus address'],
] as const)(
  'At Connect %s marks the field %s, and says there what is wrong',
  async ([kind, name]) => {
    const main = fakeMain();
    main.answer('account/connect', { kind });
    const { user } = await openPopup(snapshot({ account: { state: 'none' } }), main);
    const field = (of: string) => screen.getByRole('textbox', { name: of });
    await user.type(field('API key'), `toggl_sk_${'0'.repeat(32)}`);
    await user.type(field('Toggl Focus address'), 'https://focus.toggl.com/1/workspaces/2');
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(field(name).getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(field(name));
    expect(described(field(name))).toContain(screen.getByRole('alert').textContent);
    const others = ['API key', 'Toggl Focus address'].filter((other) => other !== name);
    for (const other of others) expect(field(other).getAttribute('aria-invalid')).not.toBe('true');
  },
);

test('What is told of a block stays while the pointer is on its way to it', async () => {
  const { user } = await openPopup(morningDay());
  const block = screen.getAllByRole('button', { name: /^Review/ })[0]!;
  const tip = () => document.querySelector('.tip');
  await user.hover(block);
  expect(tip()).not.toBeNull();
  await user.hover(tip()!);
  expect(tip()).not.toBeNull();
  await user.hover(screen.getByRole('heading', { level: 2 }));
  expect(tip()).toBeNull();
});

/** The colours of one scheme, by name. */
function tokens(scheme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const css = readFileSync(join(process.cwd(), 'src-renderer/styles/tokens.css'), 'utf8');
  const [light = '', dark = ''] = css.split('@media');
  const found = (scheme === 'light' ? light : dark).matchAll(/--([\w-]+): (#[\da-f]{6})/g);
  return Object.fromEntries(Array.from(found, ([, name = '', value = '']) => [name, value]));
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.for([
  ['a disabled button', 'soft', 'track'],
  ['the edge of a disabled button', 'field-line', 'card'],
  ['a disabled icon', 'field-line', 'bg'],
  ['the line of now beside its edge', 'accent', 'bg'],
  ['a primary button', 'on-accent', 'accent'],
] as const)('Of %s, %s stands out from %s', ([_what, ink, ground]) => {
  for (const scheme of ['light', 'dark'] as const) {
    const colours = tokens(scheme);
    const [low = 0, high = 0] = [ink, ground]
      .map((name) => luminance(colours[name] ?? ''))
      .toSorted((a, b) => a - b);
    expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(3);
  }
});
