import type { DayList } from './day-list.svelte.ts';
import type { DayRow } from '../../entry/entries-and-gaps.ts';

/** The entry below that stays, or the one above. */
export function neighbour(list: DayList, gone: readonly string[]): DayRow | undefined {
  const stays = ({ kind, key }: DayRow): boolean => kind === 'entry' && !gone.includes(key);
  const { rows, focus } = list;
  return rows.slice(focus.index).find(stays) ?? rows.slice(0, focus.index).findLast(stays);
}
