import { expect, test } from 'vitest';
import type { PauseView, SyncView } from '#contract';
import { banners } from '../../../src-renderer/words/status/account-banner-words.ts';
import { whyPaused } from '../../../src-renderer/words/status/sync-status-words.ts';
import { snapshot } from '../support/snapshots.ts';

const NOTHING = { entries: 0, tasks: 0, plans: 0 };

function foreign(status: number): PauseView {
  return { reason: 'foreign', status, retryAt: undefined };
}

/** The texts of each banner: what happened, what became of the data, what can be done. */
function said(changes: Partial<SyncView>): readonly string[] {
  const { sync } = snapshot();
  return banners(snapshot({ sync: { ...sync, ...changes } })).map(
    ({ words: { happened, data, next } }) => `${happened} ${data} ${next}`,
  );
}

test('Nothing is said while Toggl Focus answers and all could be read', () => {
  expect(said({})).toEqual([]);
});

test.for([
  [1, 407, 'answered (HTTP 407). 1 entry is kept on this computer'],
  [3, 0, 'answered and sent Stint elsewhere. 3 entries are kept on this computer'],
] as const)('%i waiting behind HTTP %i are said to be kept: %s', ([waiting, status, words]) => {
  const [text = '', ...others] = said({ waiting, pause: foreign(status) });
  expect(text).toContain(words);
  expect(text).toContain('tries again by itself');
  expect(text).toContain('sign in there');
  expect(others).toEqual([]);
});

test('Somebody else’s answer is no matter where nothing waits, nor is another hold', () => {
  expect(said({ waiting: 0, pause: foreign(407) })).toEqual([]);
  expect(
    said({ waiting: 2, pause: { reason: 'offline', cause: 'network', retryAt: undefined } }),
  ).toEqual([]);
});

test.for([
  [{ ...NOTHING, entries: 1 }, '1 entry from Toggl Focus could not be read and is not shown.'],
  [{ ...NOTHING, entries: 2 }, '2 entries from Toggl Focus could not be read and are not shown.'],
  [{ ...NOTHING, tasks: 1 }, '1 task from Toggl Focus could not be read and is not shown.'],
  [
    { entries: 1, tasks: 0, plans: 2 },
    '1 entry and 2 planned blocks from Toggl Focus could not be read and are not shown.',
  ],
] as const)('What could not be read is counted: %o', ([leftOut, words]) => {
  const [text = '', ...others] = said({ leftOut });
  expect(text).toContain(words);
  expect(text).toContain('nothing was changed');
  expect(others).toEqual([]);
});

test('The footer says in a few words who answers', () => {
  const waiting = { ...snapshot().sync, waiting: 1 };
  expect(whyPaused(foreign(403), waiting, '24h')).toBe('something in between answers (HTTP 403)');
  expect(whyPaused(foreign(0), waiting, '24h')).toBe('something in between answers');
});

test.for([
  [1, '1 record in the database of Stint could not be read.'],
  [12, '12 records in the database of Stint could not be read.'],
] as const)('%i records that were put aside are said to be kept', ([count, words]) => {
  const found = banners(snapshot({ notice: { kind: 'records-put-aside', count } }));
  expect(found.map(({ words: { happened } }) => happened)).toEqual([words]);
  expect(found[0]?.words.data).toContain('is kept in the database');
});
