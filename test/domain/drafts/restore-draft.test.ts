import { describe, expect, it } from 'vitest';
import type { Draft, EntryValues, FormDraft } from '#contract';
import {
  entryIdOf,
  restoredDraft,
  type DraftScene,
} from '../../../src-main/domain/drafts/restore-draft.ts';
import { at, seconds, task } from '../../support/values.ts';

const DAY = { startAt: at('00:00'), endAt: at('23:59:59') };
const values: EntryValues = {
  task: task(1),
  description: 'as it was',
  startAt: at('09:00'),
  seconds: seconds(600),
  type: 'activity',
};
const form: FormDraft = { panel: 'edit', dayAt: at('00:00'), rowKey: 'a', description: 'half a' };

function restored(draft: Draft, change: Partial<DraftScene> = {}) {
  const scene = { timerId: undefined, before: values, now: values, dayOf: () => DAY };
  return restoredDraft(draft, { ...scene, ...change });
}

describe('what a new page begins with', () => {
  it('is what was typed, where all it is about is as it was', () => {
    const timer = { timerId: 's1', start: '9:' };
    const start = { description: 'half' };
    expect(restored({ start, timer, form }, { timerId: 's1' })).toEqual({ start, timer, form });
  });

  it('is nothing where nothing was typed', () => {
    expect(restored({}, { before: undefined, now: undefined })).toEqual({});
  });

  it('tells of an entry that is gone, with the words that have no place any more', () => {
    expect(restored({ form }, { now: undefined })).toEqual({
      lost: { of: 'entry', description: 'half a' },
    });
  });

  it('tells of a timer that has ended, and of the entry first where both are gone', () => {
    const timer = { timerId: 's1', description: 'half' };
    expect(restored({ timer })).toEqual({ lost: { of: 'timer', description: 'half' } });
    expect(restored({ timer, form }, { now: undefined }).lost).toMatchObject({ of: 'entry' });
  });

  it.each([
    { description: 'as somebody wrote' },
    { task: undefined },
    { startAt: at('09:01') },
    { seconds: seconds(601) },
    { type: 'break' as const },
  ])('tells that the entry was changed elsewhere: %o', (change) => {
    expect(restored({ form }, { now: { ...values, ...change } })).toEqual({ form, changed: true });
  });

  it('follows an entry that was moved to another day', () => {
    for (const startAt of [at('23:59:59'), (at('00:00') - 600_000) as typeof values.startAt]) {
      const now = { ...values, startAt };
      expect(restored({ form }, { now })).toMatchObject({ form: { ...form, dayAt: startAt } });
    }
  });

  it('stays on a day into which the entry reaches from the one before', () => {
    const startAt = (at('00:00') - 599_000) as typeof values.startAt;
    expect(restored({ form }, { now: { ...values, startAt } })).toMatchObject({ form });
  });

  it('tells of a timer and an entry that are gone without a word typed', () => {
    const wordless: FormDraft = { panel: 'edit', dayAt: at('00:00'), rowKey: 'a' };
    expect(restored({ form: wordless }, { now: undefined }).lost).toEqual({ of: 'entry' });
    expect(restored({ timer: { timerId: 's1' } }).lost).toEqual({ of: 'timer' });
  });

  it('asks for no entry where one is added', () => {
    const added = { ...form, panel: 'add', rowKey: undefined } as const;
    expect(restored({ form: added }, { before: undefined, now: undefined })).toEqual({
      form: added,
    });
  });

  it('does not call an entry changed of which it is not known how it stood', () => {
    expect(restored({ form }, { before: undefined })).toEqual({ form });
  });
});

it('knows which entry a form is of, and that a form which adds is of none', () => {
  expect(entryIdOf(form)).toBe('a');
  expect(entryIdOf({ ...form, panel: 'add' })).toBeUndefined();
  expect(entryIdOf(undefined)).toBeUndefined();
});
