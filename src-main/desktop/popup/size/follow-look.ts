import { isDeepStrictEqual } from 'node:util';
import { nativeTheme } from 'electron';
import type { Look, Snapshot } from '#contract';
import type { Stint } from '../../../app/stint.ts';

export type FollowedLook = {
  readonly now: () => Look;
  readonly end: () => void;
};

/** Colours follow at once, of dialogs and of pages; `changed` is told of all else. */
export function followLook(
  stint: Pick<Stint, 'snapshot' | 'onSnapshot'>,
  changed: () => void,
): FollowedLook {
  let look: Look | undefined;

  function take({ settings: { theme, textSize, popupHeight } }: Snapshot): Look {
    const next = { theme, textSize, popupHeight };
    if (isDeepStrictEqual(next, look)) return next;
    look = next;
    nativeTheme.themeSource = theme;
    changed();
    return next;
  }

  return { now: () => look ?? take(stint.snapshot()), end: stint.onSnapshot(take) };
}
