import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newestPart } from '../../../src-main/desktop/help/newest-part-of-changelog.ts';
import { problemReport } from '../../../src-main/desktop/help/problem-report.ts';

it('tells a line for each thing of the newest part, without signs', () => {
  const changelog = `# Changelog

## [Unreleased]

### Added

- The day: a *timeline*
  with gaps.
- All keys (\`?\`, F1).

### Fixed

- A click.

## 0.1.0

- Old.
`;
  expect(newestPart(changelog)).toEqual([
    'The day: a timeline with gaps.',
    'All keys (?, F1).',
    'A click.',
  ]);
});

it('finds something new in the changelog that is shipped, and no heading among it', () => {
  const news = newestPart(readFileSync('CHANGELOG.md', 'utf8'));
  expect(news.length).toBeGreaterThan(5);
  expect(news.filter((line) => line === '' || line.includes('#') || line.includes('\n'))).toEqual(
    [],
  );
});

it('says nothing new of a changelog without parts', () => {
  expect(newestPart('# Changelog')).toEqual([]);
});

it('writes what is known of the system above the log', () => {
  const report = problemReport({ Stint: '0.1.0', Desktop: 'KDE', Session: undefined }, 'a line\n');
  expect(report).toBe('Stint: 0.1.0\nDesktop: KDE\n\na line\n');
  expect(problemReport({ Stint: '0.1.0' }, '')).toContain('The log is empty.');
});
