import type { ShownView } from '#contract';

export type View = 'tracking' | 'settings' | 'connect';

/** Where Escape leads when nothing that is open takes it: a step back at a time, in the end out of the popup. */
export function whereEscapeLeads(
  view: View,
  isConnected: boolean,
  shown: ShownView['kind'] | undefined,
): 'tracking' | 'today' | 'out' {
  if (view !== 'tracking' && isConnected) return 'tracking';
  return isConnected && shown !== 'today' ? 'today' : 'out';
}
