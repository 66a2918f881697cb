import type { DayRow } from '../../entry/entries-and-gaps.ts';
import type { DayList } from './day-list.svelte.ts';

/** In the popup, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** The menu of the focused row. */
export type RowMenuState = {
  /** Where it is open, and of which row. */
  readonly menu: (Point & { readonly row: DayRow }) | undefined;
  readonly showMenu: (at: Point) => void;
  readonly closeMenu: () => void;
};

export function createRowMenu(list: DayList, focusRow: () => void): RowMenuState {
  let open = $state.raw<Point & { readonly key: string }>();
  // A row that goes takes its menu along.
  const menu = $derived.by(() => {
    const row = list.focused;
    return open === undefined || row?.key !== open.key ? undefined : { ...open, row };
  });
  return {
    get menu() {
      return menu;
    },
    showMenu(at) {
      const { key } = list.focus;
      if (key !== undefined) open = { ...at, key };
    },
    closeMenu() {
      if (open === undefined) return;
      open = undefined;
      focusRow();
    },
  };
}
