import { readFileSync, writeFileSync } from 'node:fs';
import { between, type Random } from '../../../src-main/demo/seed/seeded-random.ts';

/** Overwrites so many bytes from `at` on with noise. */
export function scribble(file: string, at: number, bytes: number, random: Random): void {
  const content = readFileSync(file);
  for (let index = at; index < Math.min(content.length, at + bytes); index += 1) {
    content[index] = between(random, 0, 255);
  }
  writeFileSync(file, content);
}

/** Ends the file after so many bytes. */
export function cut(file: string, bytes: number): void {
  writeFileSync(file, readFileSync(file).subarray(0, bytes));
}
