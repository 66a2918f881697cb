import { expect, test } from 'vitest';
import { comboboxAction, steppedTo } from '../../../src-renderer/suggestions/combobox-keys.ts';

type Press = Parameters<typeof comboboxAction>[0];

const plain = {
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
} as const;

const press = (key: string, held: Partial<Press> = {}): Press => ({ ...plain, ...held, key });

test.for([
  [press('ArrowDown'), 'open', 'next'],
  [press('ArrowUp'), 'open', 'previous'],
  [press('ArrowDown', { altKey: true }), 'open', undefined],
  [press('ArrowUp', { altKey: true }), undefined, 'close'],
  [press('PageDown'), undefined, 'page-down'],
  [press('PageUp'), undefined, 'page-up'],
  [press('Enter'), undefined, 'take'],
  [press('Tab'), undefined, 'leave'],
  [press('Tab', { shiftKey: true }), undefined, 'leave'],
  [press('Escape'), 'give-up', 'give-up'],
] as const)('%j asks for %s of a closed list and for %s of an open one', ([key, closed, open]) => {
  expect(comboboxAction(key, false)).toBe(closed);
  expect(comboboxAction(key, true)).toBe(open);
});

test.for([
  press('Home'),
  press('End'),
  press('a'),
  press('ArrowLeft'),
  press('ArrowDown', { shiftKey: true }),
  press('ArrowDown', { ctrlKey: true }),
  press('ArrowUp', { metaKey: true }),
  press('Enter', { isComposing: true }),
  press('Escape', { isComposing: true }),
])('%j is left to the text', (key) => {
  expect(comboboxAction(key, false)).toBeUndefined();
  expect(comboboxAction(key, true)).toBeUndefined();
});

const rows = Array.from({ length: 25 }, (_, index) => String(index));

test.for([
  ['0', 'next', '1'],
  ['24', 'next', '0'],
  ['0', 'previous', '24'],
  [undefined, 'next', '0'],
  [undefined, 'previous', '24'],
  ['3', 'page-down', '13'],
  ['20', 'page-down', '24'],
  ['13', 'page-up', '3'],
  ['3', 'page-up', '0'],
] as const)('From row %s, %s leads to %s', ([from, step, to]) => {
  expect(steppedTo(rows, from, step)).toBe(to);
});

test.for(['next', 'previous', 'page-down', 'page-up'] as const)(
  'Where there are no rows, %s leads nowhere',
  (step) => {
    expect(steppedTo([], undefined, step)).toBeUndefined();
  },
);
