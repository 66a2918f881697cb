import { expect, test } from 'vitest';
import type { AppError, AppErrorKind } from '#contract';
import { errorWords } from '../../../src-renderer/words/status/error-words.ts';
import { at } from '../support/snapshots.ts';

const oneOfEach: { readonly [Kind in AppErrorKind]: Extract<AppError, { kind: Kind }> } = {
  'address-unclear': { kind: 'address-unclear' },
  'key-refused': { kind: 'key-refused' },
  'organization-forbidden': { kind: 'organization-forbidden' },
  'workspace-not-found': { kind: 'workspace-not-found' },
  offline: { kind: 'offline', cause: 'network' },
  'no-answer': { kind: 'no-answer' },
  'quota-spent': { kind: 'quota-spent', resetsAt: at('15:00:00') },
  'quota-reserved': { kind: 'quota-reserved', resetsAt: at('15:00:00') },
  'plan-limit': { kind: 'plan-limit' },
  'server-trouble': { kind: 'server-trouble', status: 503 },
  'foreign-answer': { kind: 'foreign-answer', status: 407 },
  'unexpected-answer': { kind: 'unexpected-answer' },
  'answer-too-large': { kind: 'answer-too-large' },
  refused: { kind: 'refused', status: 400, reason: 'type is required' },
  'session-too-short': { kind: 'session-too-short' },
  'twins-removed': { kind: 'twins-removed', count: 2 },
  'keychain-locked': { kind: 'keychain-locked' },
  'keychain-absent': { kind: 'keychain-absent' },
  'entries-waiting': { kind: 'entries-waiting', count: 2 },
  'not-connected': { kind: 'not-connected' },
  'nothing-running': { kind: 'nothing-running' },
  'task-or-description-needed': { kind: 'task-or-description-needed' },
  'unknown-task': { kind: 'unknown-task' },
  'unknown-tag': { kind: 'unknown-tag' },
  'unknown-entry': { kind: 'unknown-entry' },
  'ends-in-future': { kind: 'ends-in-future' },
  'no-length': { kind: 'no-length' },
  'too-long': { kind: 'too-long' },
  'outside-entry': { kind: 'outside-entry' },
  'not-overlapping': { kind: 'not-overlapping' },
  'gap-taken': { kind: 'gap-taken' },
  'nothing-to-undo': { kind: 'nothing-to-undo' },
  'not-there-yet': { kind: 'not-there-yet' },
  'no-conflict': { kind: 'no-conflict' },
  'no-question': { kind: 'no-question' },
  'nothing-elsewhere': { kind: 'nothing-elsewhere' },
  'name-needed': { kind: 'name-needed' },
  cancelled: { kind: 'cancelled' },
  'file-failed': { kind: 'file-failed', detail: 'read only' },
  'storage-failed': { kind: 'storage-failed', detail: 'disk full' },
  'database-recovered': {
    kind: 'database-recovered',
    entries: 12,
    waiting: 2,
    damagedFile: '/data/stint.sqlite.damaged-20261124T120000Z',
  },
  'records-put-aside': { kind: 'records-put-aside', count: 3 },
  'view-unread': { kind: 'view-unread' },
  'malformed-command': { kind: 'malformed-command' },
};

test.for(Object.values(oneOfEach))(
  'The error $kind says what happened, what became of the data and what to do',
  (error) => {
    const words = errorWords(error, '24h');
    for (const sentence of [words.happened, words.data, words.next]) {
      expect(sentence).toMatch(/^\S.*[.”]$/);
      expect(sentence).not.toContain('undefined');
    }
  },
);

test('No two errors read the same', () => {
  const texts = Object.values(oneOfEach).map((error) => errorWords(error, '24h').happened);
  expect(new Set(texts).size).toBe(texts.length);
});

test('What main knows about an error is in its words', () => {
  expect(errorWords(oneOfEach['quota-spent'], '24h').next).toContain('15:00');
  expect(errorWords(oneOfEach['quota-spent'], '12h').next).toMatch(/3:00\sPM/);
  expect(errorWords({ kind: 'quota-spent', resetsAt: undefined }, '24h').next).toContain(
    'in an hour',
  );
  expect(errorWords(oneOfEach['server-trouble'], '24h').happened).toContain('503');
  expect(errorWords(oneOfEach.refused, '24h').happened).toContain('type is required');
  expect(errorWords({ kind: 'refused', status: 418, reason: '' }, '24h').happened).toContain('418');
  expect(errorWords(oneOfEach['storage-failed'], '24h').happened).toContain('disk full');
  expect(errorWords({ kind: 'entries-waiting', count: 1 }, '24h').happened).toBe(
    '1 session is not in Toggl Focus yet.',
  );
});
