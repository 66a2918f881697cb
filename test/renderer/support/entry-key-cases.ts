import type { Command, DeliveryView, Snapshot } from '#contract';
import type { EntryAction } from '../../../src-renderer/words/entry/keyboard-keys.ts';
import { dayOf, gap, morning, morningDay, overlappingDay } from './entry-rows.ts';
import { at, entry, migration } from './snapshots.ts';

/** How an action is asked for on a focused entry, and what comes of it. */
export type KeyCase = {
  readonly day: Snapshot;
  readonly on: RegExp;
  /** Key presses; `>` types into a field, which is no press of its own, `?` waits for an option. */
  readonly presses: readonly string[];
  readonly sends: Command;
};

const conflict = dayOf([
  entry({ state: 'delivered' }, { id: 'mail', conflict: { ...morning[0], description: 'Mails' } }),
]);
const refused: DeliveryView = { state: 'rejected', status: 422, reason: 'locked', delivered: true };
const trimmed = { type: 'overlap/mend', earlierId: 'dry-run', laterId: 'review' } as const;

export const keyCases: Readonly<Record<EntryAction, readonly KeyCase[]>> = {
  edit: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['e', '>9:45', '{Enter}'],
      sends: { type: 'entry/edit', entryId: 'review', startAt: at('09:45:00'), seconds: 75 * 60 },
    },
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['e', '{Tab}', '>1045', '{Enter}'],
      sends: { type: 'entry/edit', entryId: 'review', seconds: 15 * 60 },
    },
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['{Enter}', '{Tab}', '{Tab}', '>20', '{Enter}'],
      sends: { type: 'entry/edit', entryId: 'review', seconds: 20 * 60 },
    },
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['e', '{Shift>}{Tab}{/Shift}', '>for Ada', '{Enter}'],
      sends: { type: 'entry/edit', entryId: 'review', description: 'for Ada' },
    },
  ],
  continue: [
    {
      day: morningDay(),
      on: /^Migration/,
      presses: ['c'],
      sends: { type: 'timer/start', taskId: 1, description: 'second rehearsal' },
    },
  ],
  split: [
    {
      day: morningDay(),
      on: /^Migration/,
      presses: ['s', '{Enter}'],
      sends: { type: 'entry/split', entryId: 'dry-run', at: at('09:30:00') },
    },
    {
      day: morningDay(),
      on: /^Migration/,
      presses: ['s', '>915', '{Enter}'],
      sends: { type: 'entry/split', entryId: 'dry-run', at: at('09:15:00') },
    },
  ],
  duplicate: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['d'],
      sends: { type: 'entry/duplicate', entryId: 'review' },
    },
  ],
  delete: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['{Delete}'],
      sends: { type: 'entries/delete', entryIds: ['review'] },
    },
  ],
  archive: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['a'],
      sends: { type: 'entries/archive', entryIds: ['review'] },
    },
    {
      day: dayOf([entry({ state: 'delivered' }, { archived: true })]),
      on: /^Review/,
      presses: ['a'],
      sends: { type: 'entries/unarchive', entryIds: ['entry-1'] },
    },
  ],
  move: [
    {
      day: morningDay(),
      on: /^E-mail/,
      presses: ['m', '>mig', '?Migration', '{Enter}'],
      sends: { type: 'entries/move', entryIds: ['mail'], taskId: 1 },
    },
  ],
  shift: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['h', '>-5', '{Enter}'],
      sends: { type: 'entries/shift', entryIds: ['review'], seconds: -300 },
    },
  ],
  fill: [
    {
      day: morningDay(),
      on: /^Migration/,
      presses: ['f'],
      sends: {
        type: 'gaps/fill',
        gaps: [{ fromAt: gap.startAt, toAt: gap.endAt }],
        taskId: 1,
        description: 'second rehearsal',
      },
    },
    {
      day: morningDay(),
      on: /not tracked/,
      presses: ['f'],
      sends: {
        type: 'gaps/fill',
        gaps: [{ fromAt: gap.startAt, toAt: gap.endAt }],
        taskId: 1,
        description: 'second rehearsal',
      },
    },
  ],
  kind: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['b'],
      sends: { type: 'entry/edit', entryId: 'review', entryType: 'break' },
    },
  ],
  'trim-earlier': [
    {
      day: overlappingDay(),
      on: /^Review/,
      presses: ['1'],
      sends: { ...trimmed, way: 'trim-earlier' },
    },
  ],
  'trim-later': [
    {
      day: overlappingDay(),
      on: /^Migration/,
      presses: ['2'],
      sends: { ...trimmed, way: 'trim-later' },
    },
  ],
  merge: [
    { day: overlappingDay(), on: /^Review/, presses: ['3'], sends: { ...trimmed, way: 'merge' } },
  ],
  details: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['i'],
      sends: { type: 'entry/check', entryId: 'review' },
    },
  ],
  'keep-mine': [
    {
      day: conflict,
      on: /^Review/,
      presses: ['k'],
      sends: { type: 'entry/resolve', entryId: 'mail', keep: 'mine' },
    },
  ],
  'take-theirs': [
    {
      day: conflict,
      on: /^Review/,
      presses: ['j'],
      sends: { type: 'entry/resolve', entryId: 'mail', keep: 'theirs' },
    },
    {
      day: dayOf([entry(refused)]),
      on: /^Review/,
      presses: ['j'],
      sends: { type: 'entry/revert', entryId: 'entry-1' },
    },
  ],
  'send-again': [
    {
      day: dayOf([entry(refused)]),
      on: /^Review/,
      presses: ['r'],
      sends: { type: 'sync/again', entryIds: ['entry-1'] },
    },
  ],
  'task-entries': [
    { day: morningDay(), on: /^Review/, presses: ['t'], sends: { type: 'show/task', taskId: 2 } },
  ],
  pin: [
    {
      day: morningDay(),
      on: /^Review/,
      presses: ['p'],
      sends: { type: 'task/pin', taskId: 2, pinned: true },
    },
    {
      day: morningDay({ tasks: { count: 2, readAt: undefined, pinned: [migration] } }),
      on: /^Migration/,
      presses: ['p'],
      sends: { type: 'task/pin', taskId: 1, pinned: false },
    },
  ],
};
