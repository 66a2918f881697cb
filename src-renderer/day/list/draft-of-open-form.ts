import type { FormDraft, Span } from '#contract';
import type { DayList } from './day-list.svelte.ts';
import type { ListActions } from './list-actions.svelte.ts';
import type { Drafts } from '../../state/unsaved-drafts.ts';

type FormPlace = Pick<FormDraft, 'panel' | 'rowKey' | 'selected'>;

/** The place of the form that is open; undefined where what is open takes no text, or its row is gone. */
export function formIn(list: DayList, open: ListActions['open']): FormPlace | undefined {
  if (open === undefined || open.panel === 'details') return undefined;
  if (open.key !== undefined && !list.keys.includes(open.key)) return undefined;
  const selected = list.selection.keys;
  return {
    panel: open.panel,
    rowKey: open.key,
    selected: selected.length === 0 ? undefined : selected,
  };
}

/** What was open in the list of the day, with its row focused and the same rows selected. */
export function reopened(drafts: Drafts, day: Span, list: DayList): ListActions['open'] {
  const form = drafts.formOn(day);
  if (form === undefined) return undefined;
  const { panel, rowKey, selected = [] } = form;
  const isThere = rowKey !== undefined && list.keys.includes(rowKey);
  // A gap may be filled by now: what was to be added in it is added above all rows.
  if (!isThere && panel !== 'add') return undefined;
  list.selection.only(selected);
  if (isThere) list.focus.set(rowKey);
  return { key: isThere ? rowKey : undefined, panel };
}
