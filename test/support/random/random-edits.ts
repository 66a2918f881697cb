import fc from 'fast-check';
import type { DayView, EditCommand } from '#contract';
import type { Entry } from '../../../src-main/domain/entry.ts';
import type { EditRig } from '../core/edit-rig.ts';
import { chosen } from './random-days.ts';

type Numbers = {
  readonly which: number;
  readonly others: readonly number[];
  readonly seconds: number;
  readonly way: 'trim-earlier' | 'trim-later' | 'merge';
};

type Scene = Numbers & {
  readonly rig: EditRig;
  readonly day: DayView;
  readonly entry: Entry | undefined;
  readonly entryId: string;
  readonly several: (list: readonly Entry[]) => readonly string[];
};

/** What the numbers mean on the day as it is. */
const COMMANDS = {
  edit: ({ which, seconds, entry, entryId }: Scene) => ({
    type: 'entry/edit',
    entryId,
    ...(which % 2 === 0 ? { startAt: (entry?.startAt ?? 0) + seconds * 1000 } : {}),
    ...(which % 3 === 0 ? { seconds: Math.abs(seconds) + 1 } : {}),
    ...(which % 5 === 0 ? { description: `words ${which}` } : {}),
    ...(which % 7 === 0 ? { entryType: 'break' } : {}),
  }),
  add: ({ which, seconds, day }: Scene) => ({
    type: 'entry/add',
    startAt: day.startAt + (which % 86_400) * 1000,
    seconds: Math.abs(seconds) + 1,
    description: 'By hand',
  }),
  split({ rig, which, seconds }: Scene) {
    const occupied = chosen(rig.allOccupied(), which);
    if (occupied === undefined) return undefined;
    const within = Math.abs(seconds * 1000) % (occupied.endAt - occupied.startAt + 1);
    return { type: 'entry/split', entryId: occupied.id, at: occupied.startAt + within };
  },
  duplicate: ({ entryId }: Scene) => ({ type: 'entry/duplicate', entryId }),
  delete: ({ rig, several }: Scene) => ({ type: 'entries/delete', entryIds: several(rig.shown()) }),
  restore: ({ rig, several }: Scene) => ({
    type: 'entries/restore',
    entryIds: several(rig.entries()),
  }),
  archive: ({ rig, several }: Scene) => ({
    type: 'entries/archive',
    entryIds: several(rig.shown()),
  }),
  unarchive: ({ rig, several }: Scene) => ({
    type: 'entries/unarchive',
    entryIds: several(rig.shown()),
  }),
  move: ({ rig, several }: Scene) => ({
    type: 'entries/move',
    entryIds: several(rig.shown()),
    taskId: null,
  }),
  shift: ({ rig, several, seconds }: Scene) => ({
    type: 'entries/shift',
    entryIds: several(rig.shown()),
    seconds,
  }),
  fill: ({ day }: Scene) => ({
    type: 'gaps/fill',
    gaps: day.gaps.map(({ startAt, endAt }) => ({ fromAt: startAt, toAt: endAt })),
    description: 'Filled',
  }),
  overlap({ day, which, way }: Scene) {
    const overlap = chosen(day.overlaps, which);
    if (overlap === undefined) return undefined;
    const { earlierId, laterId } = overlap;
    return { type: 'overlap/mend', earlierId, laterId, way };
  },
  timer: ({ rig, which }: Scene) => ({
    type: 'timer/edit',
    startAt: rig.now - (which % 90_000) * 1000,
    taskId: null,
  }),
  revert({ rig, which }: Scene) {
    const entryId = chosen(rig.shown().filter(isRefused), which)?.id;
    return entryId === undefined ? undefined : { type: 'entry/revert', entryId };
  },
} satisfies Record<string, (scene: Scene) => EditCommand | undefined>;

export type RandomEdit = Numbers & { readonly do: keyof typeof COMMANDS };

const kinds = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

export const randomEdits: fc.Arbitrary<RandomEdit> = fc.record({
  do: fc.constantFrom(...kinds),
  which: fc.nat(),
  others: fc.array(fc.nat(), { maxLength: 3 }),
  seconds: fc.integer({ min: -4000, max: 4000 }),
  way: fc.constantFrom('trim-earlier' as const, 'trim-later' as const, 'merge' as const),
});

/** Undefined where the day has nothing to do it with. */
export function commandOf(rig: EditRig, edit: RandomEdit, at: number): EditCommand | undefined {
  const entry = chosen(rig.shown(), edit.which);
  return COMMANDS[edit.do]({
    ...edit,
    rig,
    day: rig.day(at),
    entry,
    entryId: entry?.id ?? 'none',
    several: (list) => [edit.which, ...edit.others].flatMap((nth) => chosen(list, nth)?.id ?? []),
  });
}

function isRefused({ delivery }: Entry): boolean {
  return delivery.state === 'delivered' && delivery.refused !== undefined;
}
