import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Files and folders that a document names. */
function pathsIn(file: string): readonly string[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /`((?:src-main|src-renderer|test|scripts|docs)(?:\/[^`\s]*)?)`/g,
  );
  return [...found].map(([, path = '']) => path);
}

it.each(['docs/architecture.md', 'docs/glossary.md', 'README.md'])(
  '%s names only paths that are there',
  (file) => {
    expect(pathsIn(file).filter((path) => !existsSync(path))).toEqual([]);
  },
);

it('the map leads somewhere', () => {
  expect(pathsIn('docs/architecture.md').length).toBeGreaterThan(50);
});
