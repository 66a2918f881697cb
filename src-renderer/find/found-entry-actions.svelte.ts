import type { Command, EntryView, SaidError } from '#contract';
import { tick } from 'svelte';
import { canDo, effectOf, type ActionScene } from '../entry/effect-of-entry-action.ts';
import type { EntryRowOfDay } from '../entry/entries-and-gaps.ts';
import { intentOf } from '../entry/key-to-intent.ts';
import { getPopup } from '../state/popup-state.svelte.ts';
import { createAttempt } from '../ui/attempt.svelte.ts';
import type { EntryAction } from '../words/entry/keyboard-keys.ts';

type Point = { readonly x: number; readonly y: number };

/** What is done with the entries of a long list: as in the list of their day, which has the room for forms. */
export type FoundEntryActions = {
  readonly menu: (Point & { readonly entry: EntryView }) | undefined;
  /** Why the last key did nothing; empty where it did something. */
  readonly words: string;
  readonly error: SaidError | undefined;
  readonly can: (entry: EntryView, action: EntryAction) => boolean;
  readonly act: (entry: EntryView, action: EntryAction) => void;
  /** False where the key means nothing. */
  readonly press: (entry: EntryView | undefined, event: KeyboardEvent, at: Point) => boolean;
  readonly showMenu: (entry: EntryView | undefined, at: Point) => void;
  readonly closeMenu: () => void;
};

/** What they do depends on what stands around the entry, which only its day knows. */
const OF_DAY: readonly EntryAction[] = ['fill', 'trim-earlier', 'trim-later', 'merge'];

function rowOf(entry: EntryView): EntryRowOfDay {
  return { kind: 'entry', key: entry.id, entry, part: undefined, overlaps: [], shownOverlaps: [] };
}

export function createFoundEntryActions(
  openDay: (entry: EntryView, action: EntryAction) => void,
  focusList: () => void,
): FoundEntryActions {
  const popup = getPopup();
  const attempt = createAttempt(popup.send);
  let menu = $state.raw<FoundEntryActions['menu']>();
  let words = $state('');

  function scene(entry: EntryView): ActionScene {
    const pinnedTasks = (popup.snapshot?.tasks.pinned ?? []).map(({ id }) => id);
    return { rows: [], gaps: [], targets: [entry], pinnedTasks };
  }

  function closeMenu(): void {
    if (menu === undefined) return;
    menu = undefined;
    void tick().then(focusList);
  }

  function act(entry: EntryView, action: EntryAction): void {
    closeMenu();
    attempt.forget();
    const effect = effectOf(action, rowOf(entry), scene(entry));
    const isOfDay = effect?.kind === 'open' || OF_DAY.includes(action);
    words = !isOfDay && effect?.kind === 'say' ? effect.words : '';
    if (isOfDay) openDay(entry, action);
    else if (effect?.kind === 'send') void run(effect.command);
  }

  async function run(command: Command): Promise<void> {
    const isDone = await attempt.run(command);
    // Where the timer can be seen.
    if (isDone && command.type === 'timer/start') void popup.send({ type: 'show/today' });
  }

  function showMenu(entry: EntryView | undefined, at: Point): void {
    menu = entry && { ...at, entry };
  }

  return {
    get menu() {
      return menu;
    },
    get words() {
      return words;
    },
    get error() {
      return attempt.error;
    },
    can: (entry, action) => canDo(action, rowOf(entry), scene(entry)),
    act,
    press(entry, event, at) {
      const intent = intentOf(event);
      if (entry === undefined || (intent?.kind !== 'act' && intent?.kind !== 'actions'))
        return false;
      if (intent.kind === 'act') act(entry, intent.action);
      else showMenu(entry, at);
      return true;
    },
    showMenu,
    closeMenu,
  };
}
