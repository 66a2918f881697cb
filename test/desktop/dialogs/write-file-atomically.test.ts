import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { textFile } from '../../../src-main/desktop/dialogs/write-file-atomically.ts';

function* broken(): Generator<string> {
  yield 'half';
  throw new Error('the database is damaged');
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stint-text-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

it('writes the texts one after the other, in UTF-8, in place of what was there', () => {
  const folder = newFolder();
  const file = join(folder, 'week.csv');
  writeFileSync(file, 'an older export that was much longer than this one');
  textFile(file).write(['Größe\r\n', '€ 5\r\n']);
  expect(readFileSync(file, 'utf8')).toBe('Größe\r\n€ 5\r\n');
  expect(readdirSync(folder)).toEqual(['week.csv']);
});

it('leaves what was there where the texts break off', () => {
  const folder = newFolder();
  const file = join(folder, 'week.csv');
  writeFileSync(file, 'older');
  expect(() => textFile(file).write(broken())).toThrow('the database is damaged');
  expect(readFileSync(file, 'utf8')).toBe('older');
  expect(readdirSync(folder)).toEqual(['week.csv']);
});

it('throws where the file cannot be written', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'week.csv'));
  expect(() => textFile(join(folder, 'week.csv')).write(['text'])).toThrow();
  expect(() => textFile(join(folder, 'nowhere', 'week.csv')).write(['text'])).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['week.csv']);
});

it('follows no link that was laid out for it, and leaves a file of the person alone', () => {
  const folder = newFolder();
  const file = join(folder, 'week.csv');
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'dear Ada');
  symlinkSync(letter, `${file}.part`);
  textFile(file).write(['text']);
  expect(readFileSync(letter, 'utf8')).toBe('dear Ada');
  expect(readlinkSync(`${file}.part`)).toBe(letter);

  const draft = join(folder, 'month.csv.part');
  writeFileSync(draft, 'a draft');
  textFile(join(folder, 'month.csv')).write(['text']);
  expect(() => textFile(join(folder, 'month.csv')).write(broken())).toThrow();
  expect(readFileSync(draft, 'utf8')).toBe('a draft');
});

it('takes the place of a link, and leaves what that leads to alone', () => {
  const folder = newFolder();
  const letter = join(folder, 'letter.txt');
  const file = join(folder, 'week.csv');
  writeFileSync(letter, 'dear Ada');
  symlinkSync(letter, file);
  textFile(file).write(['text']);
  expect(readFileSync(letter, 'utf8')).toBe('dear Ada');
  expect(lstatSync(file).isSymbolicLink()).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('text');
});

it('writes a name as long as the disk takes one', () => {
  const folder = newFolder();
  const name = `${'w'.repeat(251)}.csv`;
  textFile(join(folder, name)).write(['text']);
  expect(readdirSync(folder)).toEqual([name]);
});
