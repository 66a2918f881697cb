import type { Snippet } from 'svelte';
import type { Nearness } from '../lists/near-viewport.ts';

/** What the list knows of each of its rows, whatever it shows. */
export type InList = {
  readonly current: boolean;
  readonly selected: boolean;
  /** Whether it may be in sight when the list is drawn first. */
  readonly early: boolean;
  readonly nearness: Nearness;
  /** What is open below it. */
  readonly panel: Snippet | undefined;
};
