import { mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSystemZone } from '../../../src-main/adapters/clock/system-time-zone.ts';
import { inZone, zones } from '../../support/random/zones.ts';
import { until } from '../../support/until.ts';

function linkInFolder(): { readonly file: string; readonly choose: (zone: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'stint-zone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'localtime');
  const choose = (zone: string) => {
    symlinkSync(`/usr/share/zoneinfo/${zone}`, `${file}.new`);
    renameSync(`${file}.new`, file);
  };
  choose('Europe/Berlin');
  return { file, choose };
}

test('The zone is read anew where the link of the system leads elsewhere, and only there', () => {
  const { file, choose } = linkInFolder();
  const read: string[] = [];
  const zone = createSystemZone(file, () => {
    read.push('read');
    return `zone ${read.length}`;
  });
  expect([zone.now(), zone.now()]).toEqual(['zone 1', 'zone 1']);
  choose('Pacific/Apia');
  expect([zone.now(), zone.now()]).toEqual(['zone 2', 'zone 2']);
});

test('Where no link tells, the zone is read at each question', () => {
  let reads = 0;
  const zone = createSystemZone(join(tmpdir(), 'stint-no-such-folder', 'localtime'), () =>
    String((reads += 1)),
  );
  expect([zone.now(), zone.now()]).toEqual(['1', '2']);
});

test('Dates and formats follow a variable that names another zone', () => {
  const zone = createSystemZone();
  for (const name of zones) {
    inZone(name, () => {
      expect(zone.now()).toBe(name);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
    });
  }
});

test('A new link is told at once, other files beside it are not', async () => {
  const { file, choose } = linkInFolder();
  let changes = 0;
  const stop = createSystemZone(file).watch(() => (changes += 1));
  symlinkSync('/nowhere', `${file}-of-another`);
  choose('Pacific/Apia');
  await until(() => changes > 0, 'the new link to be told');
  expect(changes).toBe(1);
  stop();
});

test('A folder that cannot be watched is no trouble', () => {
  createSystemZone('/no/such/folder/localtime').watch(() => undefined)();
});
