import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, afterEach, expect, it } from 'vitest';
import { tightenOwnFiles } from '../../../src-main/adapters/files/private-file-permissions.ts';

let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-tighten-'));
  data = join(folder, 'data');
  loose(data, 'folder');
});
afterEach(() => rmSync(folder, { recursive: true }));

function loose(path: string, kind: 'folder' | 'file' = 'file'): string {
  if (kind === 'folder') mkdirSync(path);
  else writeFileSync(path, '');
  chmodSync(path, kind === 'folder' ? 0o777 : 0o666);
  return path;
}

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

it('leaves the data folder and the files of Stint to their owner alone', () => {
  loose(join(data, 'logs'), 'folder');
  const files = [
    'stint.sqlite',
    'stint.sqlite-wal',
    'stint.sqlite-shm',
    'stint.sqlite.damaged-20261124T200000Z',
    'stint.sqlite.damaged-20261124T200000Z-wal',
    'demo.sqlite',
    'logs/stint.log',
    'logs/stint.old.log',
  ].map((name) => loose(join(data, name)));
  tightenOwnFiles(data);
  expect([data, join(data, 'logs')].map(modeOf)).toEqual(['700', '700']);
  expect(files.map(modeOf)).toEqual(files.map(() => '600'));
});

it('opens nothing that its owner had shut', () => {
  const file = loose(join(data, 'stint.sqlite'));
  chmodSync(file, 0o440);
  tightenOwnFiles(data);
  expect(modeOf(file)).toBe('400');
});

it('touches no foreign file', () => {
  const foreign = ['notes.txt', 'old-stint.sqlite', 'Cookies'].map((name) =>
    loose(join(data, name)),
  );
  tightenOwnFiles(data);
  expect(foreign.map(modeOf)).toEqual(['666', '666', '666']);
});

it('follows neither a link to a file nor one to a folder, and leaves a second name alone', () => {
  const target = loose(join(folder, 'target'));
  symlinkSync(target, join(data, 'stint.sqlite'));
  linkSync(target, join(data, 'demo.sqlite'));
  const elsewhere = loose(join(folder, 'elsewhere'), 'folder');
  const log = loose(join(elsewhere, 'stint.log'));
  symlinkSync(elsewhere, join(data, 'logs'));
  tightenOwnFiles(data);
  expect([target, elsewhere, log].map(modeOf)).toEqual(['666', '777', '666']);
  expect(lstatSync(join(data, 'logs')).isSymbolicLink()).toBe(true);
});

it('leaves a folder alone that others share on purpose', () => {
  chmodSync(data, 0o1777);
  const file = loose(join(data, 'stint.sqlite'));
  tightenOwnFiles(data);
  expect([data, file].map(modeOf)).toEqual(['1777', '600']);
});

it('does nothing where there is no data folder yet', () => {
  expect(() => tightenOwnFiles(join(folder, 'none'))).not.toThrow();
});
