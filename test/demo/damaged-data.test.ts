import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createDemo } from '../../src-main/demo/demo-account.ts';

it('begins the demo afresh where its data is damaged, and keeps that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stint-demo-'));
  const file = join(folder, 'demo.sqlite');
  const demo = createDemo({ file });
  onTestFinished(async () => {
    await demo.stop();
    rmSync(folder, { recursive: true });
  });
  const junk = 'not a database at all'.repeat(50);
  writeFileSync(file, junk);
  expect((await demo.start()).baseUrl).toContain('127.0.0.1');
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(junk);
});
