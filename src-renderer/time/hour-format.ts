import type { Snapshot } from '#contract';

/** How the account wants its times of day; in a component `getPopup().hours`. */
export type Hours = Snapshot['settings']['hours'];
