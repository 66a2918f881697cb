import { sameValues } from './pending-change.ts';
import type { Values } from '../entry.ts';

type Group = readonly (keyof Values)[];

export const TIME = ['startAt', 'seconds'] as const;

/** Values that only make sense together are merged, and taken back, together. */
export const VALUE_GROUPS: readonly Group[] = [
  TIME,
  ['type'],
  ['task'],
  ['description'],
  ['billable'],
  ['tags'],
];

/** Whether both have the same values in the group. */
export function isSameIn(group: Group, a: Values, b: Values): boolean {
  return sameValues({ ...a, ...pick(group, b) }, a);
}

export function pick(group: Group, values: Values): Partial<Values> {
  return Object.fromEntries(group.map((name) => [name, values[name]]));
}
