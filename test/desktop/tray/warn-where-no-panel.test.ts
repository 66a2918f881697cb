import { expect, it } from 'vitest';
import { watchIcon, type PanelEvents } from '../../../src-main/desktop/tray/warn-where-no-panel.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';

function setUp() {
  const time = createFakeTime(0);
  const told: string[] = [];
  let events: PanelEvents | undefined;
  const end = watchIcon({
    watch(given) {
      events = given;
      return () => told.push('ended');
    },
    missing: (missing) => told.push(missing ? 'missing' : 'there'),
    missingFromStart: () => told.push('from the start'),
    timers: time,
  });
  return {
    time,
    end,
    told: () => told.splice(0),
    panel: (there: boolean) => events?.panel(there),
  };
}

it('says nothing where a panel is there from the start, and waits for nothing', async () => {
  const { time, told, panel } = setUp();
  panel(true);
  expect(time.pending()).toBe(0);
  await time.pass(60_000);
  expect(told()).toEqual([]);
});

it('tells after five seconds that the icon is missing, also where nobody answers', async () => {
  const { time, told } = setUp();
  await time.pass(4_999);
  expect(told()).toEqual([]);
  await time.pass(1);
  expect(told()).toEqual(['missing', 'from the start']);
});

it('does not begin to wait anew with each answer', async () => {
  const { time, told, panel } = setUp();
  await time.pass(3_000);
  panel(false);
  await time.pass(2_000);
  expect(told()).toEqual(['missing', 'from the start']);
});

it('takes it back when a panel comes, and tells anew when it goes: but only the start is the start', async () => {
  const { time, told, panel } = setUp();
  await time.pass(5_000);
  panel(true);
  expect(told()).toEqual(['missing', 'from the start', 'there']);
  panel(false);
  await time.pass(5_000);
  expect(told()).toEqual(['missing']);
});

it('says nothing of a panel that is started anew', async () => {
  const { time, told, panel } = setUp();
  panel(true);
  panel(false);
  await time.pass(3_000);
  panel(true);
  await time.pass(60_000);
  expect(told()).toEqual([]);
});

it('waits for nothing once it has ended', async () => {
  const { time, told, end } = setUp();
  end();
  await time.pass(60_000);
  expect(told()).toEqual(['ended']);
});
