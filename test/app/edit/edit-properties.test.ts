import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Span } from '#contract';
import { compare } from '../../support/measure/coverage-of-time.ts';
import { ACCOUNT, type EditRig } from '../../support/core/edit-rig.ts';
import { chosen, onRandomDays } from '../../support/random/random-days.ts';

const pick = fc.nat();
vi.setConfig({ testTimeout: 60_000 });

/** The sum that is shown over three days, which an edit on either side of midnight must not change either. */
function trackedAround(rig: EditRig, at: number): number {
  const today = rig.day(at);
  const others = [rig.day(today.startAt - 1), today, rig.day(today.endAt)];
  return others.reduce((sum, day) => sum + day.trackedSeconds + day.breakSeconds, 0);
}

it('splits without a second lost, won or doubled, over midnight and changes of the clock', () => {
  let splits = 0;
  onRandomDays(fc.tuple(pick, pick), (rig, [choice, point], at) => {
    const before = rig.allOccupied();
    const occupied = chosen(before, choice);
    if (occupied === undefined) return;
    const length = occupied.endAt - occupied.startAt;
    const tracked = trackedAround(rig, at);
    const split = rig.edit({
      type: 'entry/split',
      entryId: occupied.id,
      at: occupied.startAt + (point % (length + 1)),
    });
    if (!split.ok) return;
    splits += 1;
    expect(rig.allOccupied()).toHaveLength(before.length + 1);
    expect(compare(before, rig.allOccupied())).toEqual({ lost: 0, won: 0, doubled: 0 });
    // Seconds of a part that lies within one minute are told beside the minutes of the other.
    if (!occupied.isRunning) expect(Math.abs(trackedAround(rig, at) - tracked)).toBeLessThan(60);
  });
  expect(splits).toBeGreaterThan(50);
});

it('mends overlaps without a second lost or won, and none is doubled that was not', () => {
  let edits = 0;
  const ways = fc.constantFrom('trim-earlier' as const, 'trim-later' as const, 'merge' as const);
  onRandomDays(fc.tuple(pick, ways), (rig, [choice, way], at) => {
    const overlap = chosen(rig.day(at).overlaps, choice);
    if (overlap === undefined) return;
    const { earlierId, laterId } = overlap;
    const before = rig.allOccupied();
    const result = rig.edit({ type: 'overlap/mend', earlierId, laterId, way });
    expect(result.ok).toBe(true);
    edits += 1;
    expect(compare(before, rig.allOccupied())).toEqual({ lost: 0, won: 0, doubled: 0 });
    const isLeft = rig
      .day(at)
      .overlaps.some((left) => left.earlierId === earlierId && left.laterId === laterId);
    expect(isLeft).toBe(false);
  });
  expect(edits).toBeGreaterThan(50);
});

it('fills each gap exactly, but for a second at its head that something deleted still holds', () => {
  let filled = 0;
  onRandomDays(fc.boolean(), (rig, onlyFirst, at) => {
    const gaps = onlyFirst ? rig.day(at).gaps.slice(0, 1) : rig.day(at).gaps;
    if (gaps.length === 0) return;
    const before = rig.allOccupied();
    const held = gaps.filter(({ startAt }) => rig.store.startTaken(ACCOUNT, startAt));
    const result = rig.edit({
      type: 'gaps/fill',
      gaps: gaps.map(({ startAt, endAt }) => ({ fromAt: startAt, toAt: endAt })),
      description: 'Filled',
    });
    expect(result.ok).toBe(true);
    filled += 1;
    const { lost, won, doubled } = compare(before, rig.allOccupied());
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    const whole = gaps.reduce((sum, gap) => sum + lengthOf(gap), 0);
    expect(whole - won).toBe(held.length * 1000);
  });
  expect(filled).toBeGreaterThan(50);
});

function lengthOf({ startAt, endAt }: Span): number {
  return endAt - startAt;
}

it('duplicates into free time that has passed, or else exactly over the entry', () => {
  let behind = 0;
  onRandomDays(pick, (rig, choice) => {
    const entry = chosen(rig.shown(), choice);
    if (entry === undefined) return;
    const before = rig.allOccupied();
    expect(rig.edit({ type: 'entry/duplicate', entryId: entry.id }).ok).toBe(true);
    const { lost, won, doubled } = compare(before, rig.allOccupied());
    expect(lost).toBe(0);
    if (won === 0) expect(doubled).toBeLessThanOrEqual(entry.seconds * 1000);
    else {
      behind += 1;
      expect(doubled).toBe(0);
    }
  });
  expect(behind).toBeGreaterThan(20);
});

it('shifts several there and back to where they were, side by side all the way', () => {
  let shifted = 0;
  const by = fc.oneof(fc.integer({ min: -7200, max: 7200 }), fc.constantFrom(60, -60, 600, -3600));
  onRandomDays(fc.tuple(fc.array(pick, { minLength: 1, maxLength: 5 }), by), (rig, choice) => {
    const [choices, seconds] = choice;
    const first = rig.visible();
    const entryIds = choices.flatMap((nth) => chosen(rig.shown(), nth)?.id ?? []);
    if (entryIds.length === 0 || seconds === 0) return;
    const starts = () => entryIds.map((id) => rig.store.entry(id)?.startAt ?? 0);
    const before = starts();
    if (!rig.edit({ type: 'entries/shift', entryIds, seconds }).ok) return;
    shifted += 1;
    const moved = starts().map((start, nth) => start - (before[nth] ?? 0));
    expect(new Set(moved).size).toBe(1);
    const back = -(moved[0] ?? 0) / 1000;
    expect(rig.edit({ type: 'entries/shift', entryIds, seconds: back }).ok).toBe(true);
    expect(rig.visible()).toEqual(first);
  });
  expect(shifted).toBeGreaterThan(50);
});
