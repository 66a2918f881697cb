import type { DayView, EntryView, Snapshot } from '#contract';
import { entryName } from '../../words/entry/entry-names.ts';
import { runningTimer } from '../../words/entry/list-words.ts';
import { type DayRow, type GapRowOfDay, rowsOf } from '../../entry/entries-and-gaps.ts';
import { createKeptItems } from '../../lists/reuse-unchanged.ts';
import { createRowFocus, type RowFocus } from './row-focus.svelte.ts';
import { createRowSelection, type RowSelection } from './row-selection.svelte.ts';

/** The rows of a day, which of them has the focus and which are selected. */
export type DayList = {
  readonly rows: readonly DayRow[];
  readonly keys: readonly string[];
  readonly focus: RowFocus;
  readonly focused: DayRow | undefined;
  readonly selection: RowSelection;
  readonly gaps: readonly GapRowOfDay[];
  /** Selected entries, or the focused one where none is. */
  readonly targets: readonly EntryView[];
  /** Makes this row the one that is meant: of what is selected nothing is, unless it is among that. */
  readonly pointAt: (key: string) => void;
  /** What an entry, or the running timer, is called in a sentence. */
  readonly nameOf: (id: string) => string;
};

export function createDayList(day: () => DayView, snapshot: () => Snapshot): DayList {
  const keep = createKeptItems<DayRow>(({ key }) => key);
  const rows = $derived.by(() => {
    const { today, settings } = snapshot();
    return keep(rowsOf(day(), today, settings.gapsFrom));
  });
  const keys = $derived(rows.map(({ key }) => key));
  const focus = createRowFocus(() => keys);
  const selection = createRowSelection(
    () => keys,
    (key) => rows.find((row) => row.key === key)?.kind === 'entry',
  );
  const focused = $derived(rows[focus.index]);
  const chosen = $derived(
    selection.keys.length === 0 ? [] : rows.filter(({ key }) => selection.keys.includes(key)),
  );
  const gaps = $derived(chosen.filter((row) => row.kind === 'gap'));
  const targets = $derived.by(() => {
    const entries = chosen.filter((row) => row.kind === 'entry').map(({ entry }) => entry);
    return entries.length > 0 || focused?.kind !== 'entry' ? entries : [focused.entry];
  });

  return {
    get rows() {
      return rows;
    },
    get keys() {
      return keys;
    },
    focus,
    get focused() {
      return focused;
    },
    selection,
    get gaps() {
      return gaps;
    },
    get targets() {
      return targets;
    },
    pointAt(key) {
      focus.set(key);
      if (!selection.keys.includes(key)) selection.none();
    },
    nameOf(id) {
      const entry = day().entries.find((other) => other.id === id);
      return entry === undefined ? runningTimer : `“${entryName(entry)}”`;
    },
  };
}
