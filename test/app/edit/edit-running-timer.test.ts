import { expect, it } from 'vitest';
import type { Entry } from '../../../src-main/domain/entry.ts';
import {
  ACCOUNT,
  errorOf,
  openEditRig as open,
  type EditRig,
} from '../../support/core/edit-rig.ts';
import { over } from '../../support/core/occupied-spans.ts';
import { at, delivered, task } from '../../support/values.ts';

function withTimer(since: string, now: string, entries: readonly Entry[] = []): EditRig {
  const rig = open(entries, now);
  rig.tracker.start(ACCOUNT, { task: task(3), description: undefined });
  rig.tracker.editSession(ACCOUNT, { startAt: at(since) });
  return rig;
}

it('changes the running timer, and takes that back', () => {
  const rig = withTimer('09:00', '10:00');
  const before = rig.visible();
  rig.edit({ type: 'timer/edit', startAt: at('08:30'), taskId: 2, description: 'Words' });
  expect(rig.store.session(ACCOUNT)).toMatchObject({ startAt: at('08:30'), task: { id: 2 } });
  expect(rig.editService.undo(ACCOUNT)).toMatchObject({ what: 'timer', count: 1 });
  expect(errorOf(rig.edit({ type: 'timer/edit', startAt: at('10:01') }))).toBe('ends-in-future');
  rig.edit({ type: 'mend/undo' });
  expect(rig.visible()).toEqual(before);
});

it('cannot change a timer when none runs', () => {
  expect(errorOf(open().edit({ type: 'timer/edit', description: 'x' }))).toBe('nothing-running');
});

it('ends a timer at the right moment, wherever its start was moved and the clock was set', () => {
  const rig = withTimer('08:00', '10:00');
  rig.now += 600_000;
  rig.setBackMs = 3_600_000;
  expect(rig.tracker.stop(ACCOUNT)?.entry).toMatchObject({ startAt: at('08:00'), seconds: 7800 });
});

it('gives the entry of a timer that was moved onto another start the second behind it', () => {
  const rig = withTimer('09:00', '10:00', [over('a', '09:00-09:10')]);
  expect(rig.tracker.stop(ACCOUNT)?.entry).toMatchObject({
    startAt: at('09:00:01'),
    seconds: 3599,
  });
});

it('undoes a change of the timer on its entry once it has ended', () => {
  const rig = withTimer('09:00', '10:00');
  const { id } = rig.store.session(ACCOUNT)!;
  rig.edit({ type: 'timer/edit', startAt: at('09:30'), description: 'Words' });
  rig.tracker.stop(ACCOUNT);
  rig.edit({ type: 'mend/undo' });
  expect(rig.store.entry(id)).toMatchObject({
    startAt: at('09:00'),
    seconds: 3600,
    description: undefined,
  });
  rig.edit({ type: 'mend/redo' });
  expect(rig.store.entry(id)).toMatchObject({ startAt: at('09:30'), seconds: 1800 });
});

it('brings an entry back to its second although the timer was moved onto that', () => {
  const rig = withTimer('09:00', '10:00', [over('a', '09:00-09:10')]);
  rig.edit({ type: 'entry/edit', entryId: 'a', startAt: at('09:05') });
  rig.edit({ type: 'mend/undo' });
  expect(rig.store.entry('a')).toMatchObject({ startAt: at('09:00'), seconds: 600 });
  expect(rig.store.session(ACCOUNT)).toMatchObject({ startAt: at('09:00') });
});

it('lets the timer take over an entry that the server has, from its very second', () => {
  const there = { ...over('a', '09:00-09:45'), delivery: delivered(70) };
  const rig = withTimer('09:30', '10:00', [there]);
  const { id } = rig.store.session(ACCOUNT)!;
  const before = rig.visible();
  rig.edit({ type: 'overlap/mend', earlierId: 'a', laterId: id, way: 'merge' });
  expect(rig.store.session(ACCOUNT)).toMatchObject({ startAt: at('09:00'), task: { id: 1 } });
  expect(rig.store.entry('a')?.presence).toBe('removing');
  rig.edit({ type: 'mend/undo' });
  expect(rig.visible()).toEqual(before);
});

it('splits the running timer, and joins it again', () => {
  const rig = withTimer('09:00', '10:00');
  const { id } = rig.store.session(ACCOUNT)!;
  const before = rig.visible();
  rig.edit({ type: 'entry/split', entryId: id, at: at('09:20') });
  expect(rig.shown()).toMatchObject([{ startAt: at('09:00'), seconds: 1200, task: { id: 3 } }]);
  expect(rig.store.session(ACCOUNT)?.startAt).toBe(at('09:20'));
  rig.edit({ type: 'mend/undo' });
  expect(rig.visible()).toEqual(before);
});
