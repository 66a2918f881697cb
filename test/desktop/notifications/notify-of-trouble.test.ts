import { expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import {
  notifyOfTrouble,
  type Notifier,
} from '../../../src-main/desktop/notifications/notify-of-trouble.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';
import { connected, snapshot, sync } from '../../support/core/snapshots.ts';

function setUp() {
  const time = createFakeTime(0);
  const shown: string[] = [];
  const done: string[] = [];
  let opened: (() => void) | undefined;
  let push: ((snapshot: Snapshot) => void) | undefined;
  let seen = false;
  const notifier: Notifier = {
    show: ({ title }, whenOpened) => {
      shown.push(title);
      opened = whenOpened;
    },
    dispose: () => done.push('disposed'),
  };
  const end = notifyOfTrouble({
    notifier,
    stint: {
      snapshot: () => snapshot({}),
      onSnapshot: (listener) => {
        push = listener;
        return () => (push = undefined);
      },
      command: ({ type }) => {
        done.push(type);
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
    isSeen: () => seen,
    openPopup: () => done.push('opened'),
    clock: time,
  });
  return {
    time,
    shown,
    done,
    end,
    push: (change: Partial<Snapshot>) => push?.(snapshot(change)),
    click: () => opened?.(),
    see: (isSeen: boolean) => (seen = isSeen),
  };
}

it('brings the person to the entry that needs them', () => {
  const { push, shown, click, done } = setUp();
  push({ sync: sync({ rejected: 1 }) });
  expect(shown).toEqual(['1 entry refused by Toggl Focus']);
  click();
  expect(done).toEqual(['opened', 'show/needs-you']);
});

it('brings the person to the banner of the key', () => {
  const { push, click, done } = setUp();
  push({ account: connected({ keyRefused: true }) });
  click();
  expect(done).toEqual(['opened']);
});

it('says one word for a backlog that is refused entry by entry, and another an hour later', async () => {
  const { push, shown, time } = setUp();
  for (const rejected of [1, 2, 3]) push({ sync: sync({ rejected }) });
  expect(shown).toHaveLength(1);

  await time.pass(3_600_000);
  push({ sync: sync({ rejected: 4 }) });
  expect(shown).toEqual(['1 entry refused by Toggl Focus', '4 entries refused by Toggl Focus']);
});

it('tells nothing to whom the popup tells it, nor later when that is closed', () => {
  const { push, shown, see } = setUp();
  see(true);
  push({ sync: sync({ rejected: 1 }) });
  see(false);
  push({ sync: sync({ rejected: 1 }) });
  expect(shown).toEqual([]);
});

it('is silent after its end', () => {
  const { push, shown, end, done } = setUp();
  end();
  push({ sync: sync({ rejected: 1 }) });
  expect([shown, done]).toEqual([[], ['disposed']]);
});
