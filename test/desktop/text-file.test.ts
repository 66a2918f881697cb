import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { textFile } from '../../src-main/desktop/text-file.ts';

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
  function* broken(): Generator<string> {
    yield 'half';
    throw new Error('the database is damaged');
  }
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
