import {
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { beginAnew } from '../../../../src-main/adapters/sqlite/recovery/start-with-empty-database.ts';
import { createStore } from '../../../../src-main/adapters/sqlite/store.ts';
import { at } from '../../../support/values.ts';
import { filled, newFile, openAt } from './database-files.ts';

const NOW = at('20:00');
const KEPT = 'stint.sqlite.kept-20261124T200000Z';

/** A link at the place of the database, to one on a disk that can be taken away and put back. */
function onOtherDisk() {
  const target = filled();
  const disk = dirname(target);
  const away = `${disk}-away`;
  const file = newFile();
  symlinkSync(target, file);
  return {
    file,
    target,
    unmount: () => renameSync(disk, away),
    mount: () => renameSync(away, disk),
  };
}

it('refuses to begin where a link leads to nothing, leaves it, and goes on when that is back', () => {
  const { file, target, unmount, mount } = onOtherDisk();
  unmount();
  expect(() => createStore(file)).toThrow(`${file} is a link to ${target}, and nothing is there`);
  expect(readdirSync(dirname(file))).toEqual(['stint.sqlite']);
  expect(readlinkSync(file)).toBe(target);
  mount();
  expect(openAt(file, NOW).entry('e1')).toBeDefined();
});

it('refuses a link to itself', () => {
  const file = newFile();
  symlinkSync(file, file);
  expect(() => createStore(file)).toThrow('is a link');
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
});

it('keeps the link aside where the person begins anew, and through it the database', () => {
  const { file, target, unmount, mount } = onOtherDisk();
  const bytes = readFileSync(target);
  unmount();
  beginAnew(file, NOW);
  expect(openAt(file, NOW).entry('e1')).toBeUndefined();
  mount();
  expect(lstatSync(file).isFile()).toBe(true);
  const kept = join(dirname(file), KEPT);
  expect(readlinkSync(kept)).toBe(target);
  expect(readFileSync(kept)).toEqual(bytes);
});
