import type { Settings } from './ports.ts';

/** From so many minutes on a gap has a row of its own where nobody chose: shorter ones come from switching tasks. */
export const GAPS_FROM_UNLESS_CHOSEN: Settings['gapsFrom'] = 5;
