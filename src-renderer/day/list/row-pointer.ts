import type { EditField } from '../../entry/edit/edit-form.svelte.ts';
import type { DayList } from './day-list.svelte.ts';
import type { ListActions } from './list-actions.svelte.ts';

/** What the pointer does on the rows of a list, and which row an event is about. */
export type RowPointer = {
  readonly rowAt: (target: EventTarget | null) => Element | undefined;
  readonly keyOf: (row: Element | undefined) => string | undefined;
  readonly onmousedown: (event: MouseEvent) => void;
  readonly ondblclick: (event: MouseEvent) => void;
  readonly oncontextmenu: (event: MouseEvent) => void;
};

/** The children of the grid are the rows of the list, in its order. */
export function createRowPointer(
  list: DayList,
  listActions: ListActions,
  grid: () => HTMLElement | undefined,
): RowPointer {
  function rowAt(target: EventTarget | null): Element | undefined {
    const row = target instanceof Element ? target.closest('[role=row]') : null;
    return row !== null && row.parentElement === grid() ? row : undefined;
  }

  function keyOf(row: Element | undefined): string | undefined {
    return row && list.keys[Array.from(grid()?.children ?? []).indexOf(row)];
  }

  /** Of the row under the pointer, unless that is on a form or a note of its own below it. */
  function keyAt({ target }: MouseEvent, but: string): string | undefined {
    return target instanceof Element && target.closest(but) === null
      ? keyOf(rowAt(target))
      : undefined;
  }

  return {
    rowAt,
    keyOf,
    onmousedown(event) {
      const key = keyOf(rowAt(event.target));
      if (key === undefined || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey) list.selection.toggle(key);
      else if (event.shiftKey) list.selection.extend(list.focus.key ?? key, key);
    },
    // On a word, the form begins with that.
    ondblclick(event) {
      if (keyAt(event, 'button, [role=group]') === undefined) return;
      const word = event.target instanceof HTMLElement ? event.target.dataset['field'] : undefined;
      listActions.act('edit', word as EditField | undefined);
    },
    oncontextmenu(event) {
      const key = keyAt(event, '[role=group]');
      if (key === undefined) return;
      event.preventDefault();
      list.pointAt(key);
      listActions.rowMenu.showMenu({ x: event.clientX, y: event.clientY });
    },
  };
}
