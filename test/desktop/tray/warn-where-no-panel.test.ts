import { expect, it } from 'vitest';
import { watchIcon, type PanelEvents } from '../../../src-main/desktop/tray/warn-where-no-panel.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';

function setUp() {
  const time = createFakeTime(0);
  const calls: string[] = [];
  let events: PanelEvents | undefined;
  const end = watchIcon({
    watch(given) {
      events = given;
      return () => calls.push('ended');
    },
    missing: (missing) => calls.push(missing ? 'missing' : 'there'),
    missingFromStart: () => calls.push('from the start'),
    timers: time,
  });
  return {
    time,
    end,
    calls: () => calls.splice(0),
    panel: (there: boolean) => events?.panel(there),
  };
}

it('says nothing where a panel is there from the start, and waits for nothing', async () => {
  const { time, calls, panel } = setUp();
  panel(true);
  expect(time.pending()).toBe(0);
  await time.pass(60_000);
  expect(calls()).toEqual([]);
});

it('tells after five seconds that the icon is missing, also where nobody answers', async () => {
  const { time, calls } = setUp();
  await time.pass(4_999);
  expect(calls()).toEqual([]);
  await time.pass(1);
  expect(calls()).toEqual(['missing', 'from the start']);
});

it('does not begin to wait anew with each answer', async () => {
  const { time, calls, panel } = setUp();
  await time.pass(3_000);
  panel(false);
  await time.pass(2_000);
  expect(calls()).toEqual(['missing', 'from the start']);
});

it('takes it back when a panel comes, and tells anew when it goes: but only the start is the start', async () => {
  const { time, calls, panel } = setUp();
  await time.pass(5_000);
  panel(true);
  expect(calls()).toEqual(['missing', 'from the start', 'there']);
  panel(false);
  await time.pass(5_000);
  expect(calls()).toEqual(['missing']);
});

it('says nothing of a panel that is started anew', async () => {
  const { time, calls, panel } = setUp();
  panel(true);
  panel(false);
  await time.pass(3_000);
  panel(true);
  await time.pass(60_000);
  expect(calls()).toEqual([]);
});

it('waits for nothing once it has ended', async () => {
  const { time, calls, end } = setUp();
  end();
  await time.pass(60_000);
  expect(calls()).toEqual(['ended']);
});
