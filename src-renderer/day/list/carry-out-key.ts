import type { DayList } from './day-list.svelte.ts';
import type { ListActions } from './list-actions.svelte.ts';
import type { Intent } from '../../entry/key-to-intent.ts';

const steps = { up: -1, down: 1, first: -Infinity, last: Infinity } as const;

function go(list: DayList, { to, extend }: Extract<Intent, { kind: 'go' }>): void {
  const from = list.focus.key;
  const next = list.focus.step(steps[to]);
  if (from === undefined || next === undefined) return;
  list.focus.set(next);
  if (extend) list.selection.extend(from, next);
}

/** Whether the intent meant something to the list as it stands; Escape means nothing where nothing is selected. */
export function carryOut(
  intent: Intent,
  {
    list,
    listActions,
    focusRow,
    showMenu,
  }: { list: DayList; listActions: ListActions; focusRow: () => void; showMenu: () => void },
): boolean {
  switch (intent.kind) {
    case 'act':
      listActions.act(intent.action);
      return true;
    case 'go':
      go(list, intent);
      focusRow();
      return true;
    case 'select':
      if (list.focus.key !== undefined) list.selection.toggle(list.focus.key);
      return true;
    case 'select-all':
      list.selection.all();
      return true;
    case 'select-none': {
      const selected = list.selection.keys.length > 0;
      list.selection.none();
      return selected;
    }
    case 'actions':
      showMenu();
      return true;
  }
}
