import { expect, test } from 'vitest';
import {
  createShortcuts,
  type KeyPress,
  shortcutOf,
  takesText,
} from '../../../src-renderer/navigation/shortcuts.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const elsewhere = { writing: false, mac: false };

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { ...plain, key, ...held };
}

const ctrl = { ctrlKey: true };
const alt = { altKey: true };

test.for([
  ['F1', {}, 'help'],
  ['?', { shiftKey: true }, 'help'],
  ['z', ctrl, 'undo'],
  ['Z', { ...ctrl, shiftKey: true }, 'redo'],
  ['ArrowLeft', alt, 'back'],
  ['ArrowRight', alt, 'forward'],
  ['t', alt, 'today'],
  ['w', alt, 'week'],
  ['g', alt, 'go-to-date'],
  ['F6', {}, 'list'],
  ['f', ctrl, 'find'],
  ['k', ctrl, 'tasks'],
  ['n', ctrl, 'add'],
  ['r', ctrl, 'refresh'],
  ['F5', {}, 'refresh'],
  ['e', ctrl, 'export'],
] as const)('%s with %j asks for %s', ([key, held, wanted]) => {
  expect(shortcutOf(press(key, held), elsewhere)).toBe(wanted);
});

test.for([
  ['t', {}],
  ['ArrowLeft', {}],
  ['T', { ...alt, shiftKey: true }],
  ['R', { ...ctrl, shiftKey: true }],
  ['e', { ...ctrl, altKey: true }], // what AltGr is on Windows
  ['F5', { shiftKey: true }],
  ['z', { ...ctrl, metaKey: true }],
] as const)('%s with %j asks for nothing', ([key, held]) => {
  expect(shortcutOf(press(key, held), elsewhere)).toBeUndefined();
});

test('A text field keeps its own undo, redo and the question mark, and nothing else', () => {
  const writing = { writing: true, mac: false };
  expect(shortcutOf(press('z', ctrl), writing)).toBeUndefined();
  expect(shortcutOf(press('Z', { ...ctrl, shiftKey: true }), writing)).toBeUndefined();
  expect(shortcutOf(press('?', { shiftKey: true }), writing)).toBeUndefined();
  expect(shortcutOf(press('F1'), writing)).toBe('help');
  expect(shortcutOf(press('k', ctrl), writing)).toBe('tasks');
});

test('On macOS Cmd stands for Ctrl, and Ctrl for nothing', () => {
  const mac = { writing: false, mac: true };
  expect(shortcutOf(press('z', { metaKey: true }), mac)).toBe('undo');
  expect(shortcutOf(press('z', ctrl), mac)).toBeUndefined();
});

test.for([
  ['<input>', true],
  ['<input type="date">', true],
  ['<textarea></textarea>', true],
  ['<input type="radio">', false],
  ['<button></button>', false],
] as const)('%s takes text: %s', ([html, wanted]) => {
  document.body.innerHTML = html;
  expect(takesText(document.body.firstElementChild)).toBe(wanted);
});

test('A shortcut is for the part that came last, and again for the one before once that is gone', () => {
  const shortcuts = createShortcuts();
  const asked: string[] = [];
  shortcuts.on('add', () => asked.push('list'));
  const off = shortcuts.on('add', () => asked.push('dialog'));
  shortcuts.ask('add');
  off();
  expect(shortcuts.ask('add')).toBe(true);
  expect(asked).toEqual(['dialog', 'list']);
});

test('A shortcut that no part waits for is told to be none', () => {
  expect(createShortcuts().ask('find')).toBe(false);
});
