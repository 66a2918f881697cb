import type { SaidError, Command } from '#contract';
import { tick } from 'svelte';
import { type Confirmation, createConfirmation } from './confirm-first.svelte.ts';
import type { Popup } from '../../state/popup-state.svelte.ts';
import { entryName } from '../../words/entry/entry-names.ts';
import type { EntryAction } from '../../words/entry/keyboard-keys.ts';
import { createAttempt } from '../../ui/attempt.svelte.ts';
import type { DayList } from './day-list.svelte.ts';
import type { DayRow } from '../../entry/entries-and-gaps.ts';
import { canDo, effectOf, type Panel } from '../../entry/effect-of-entry-action.ts';
import type { EditField } from '../../entry/edit/edit-form.svelte.ts';
import { createRowMenu, type RowMenuState } from './row-menu.svelte.ts';
import { neighbour } from './focus-after-delete.ts';

export type ListActionsSetup = {
  readonly send: Popup['send'];
  readonly pinnedTasks: () => readonly number[];
  /** Brings the focus to the focused row, or to what stands in for it in an empty list. */
  readonly focusRow: () => void;
  /** What is open from the start. */
  readonly first: ListActions['open'];
};

/** What is done with the rows of a day. */
export type ListActions = {
  /** What is open below which row; above all rows where there is no key. */
  readonly open:
    | {
        readonly key: string | undefined;
        readonly panel: Panel;
        /** Where the form begins, if the person said so. */
        readonly field?: EditField | undefined;
      }
    | undefined;
  readonly rowMenu: RowMenuState;
  /** Why the last key did nothing; empty where it did something. */
  readonly words: string;
  readonly error: SaidError | undefined;
  /** What is asked before it is done. */
  readonly asked: Confirmation;
  /** What the entry was called that was deleted last, where it was a single one. */
  readonly deletedName: string | undefined;
  readonly can: (action: EntryAction, row: DayRow) => boolean;
  readonly act: (action: EntryAction, field?: EditField) => void;
  /** Which entry of Toggl Focus one in question is. */
  readonly identify: (entryId: string, serverId: number) => void;
  readonly add: () => void;
  readonly close: () => void;
};

export function createListActions(list: DayList, setup: ListActionsSetup): ListActions {
  const attempt = createAttempt(setup.send);
  let open = $state.raw<ListActions['open']>(setup.first);
  const rowMenu = createRowMenu(list, setup.focusRow);
  let words = $state('');
  let deletedName = $state<string>();
  const asked = createConfirmation(run);

  const scene = () => ({ ...list, pinnedTasks: setup.pinnedTasks() });

  function close(): void {
    open = undefined;
    void tick().then(setup.focusRow);
  }

  /** What goes hands the focus on before it is gone. */
  function leave({ entryIds }: { readonly entryIds: readonly string[] }): void {
    const [only, another] = list.targets;
    deletedName = only !== undefined && another === undefined ? entryName(only) : undefined;
    const next = neighbour(list, entryIds);
    if (list.focus.key === undefined || !entryIds.includes(list.focus.key)) return;
    if (next !== undefined) list.focus.set(next.key);
    setup.focusRow();
  }

  function run(command: Command): void {
    if (open !== undefined) close();
    if (command.type === 'entries/delete') leave(command);
    void attempt.run(command);
  }

  function act(action: EntryAction, field?: EditField): void {
    rowMenu.closeMenu();
    const effect = list.focused && effectOf(action, list.focused, scene());
    words = effect?.kind === 'say' ? effect.words : '';
    attempt.forget();
    if (effect?.kind === 'open') open = { key: list.focus.key, panel: effect.panel, field };
    if (effect?.kind === 'send') run(effect.command);
    asked.ask(effect?.kind === 'ask' ? effect : undefined);
  }

  return {
    get open() {
      return open;
    },
    get words() {
      return words;
    },
    get deletedName() {
      return deletedName;
    },
    get error() {
      return attempt.error;
    },
    can: (action, row) => canDo(action, row, scene()),
    act,
    identify: (entryId, serverId) => run({ type: 'entry/identify', entryId, serverId }),
    rowMenu,
    add() {
      const key = list.focused?.kind === 'gap' ? list.focus.key : undefined;
      open = { key, panel: 'add' };
    },
    close,
    asked,
  };
}
