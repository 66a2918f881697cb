import type { Snapshot } from '#contract';
import type { CoreCommand } from '../../app/stint.ts';

/** What a click on the icon or in its menu does. */
export type TrayAction =
  | { readonly do: 'command'; readonly command: CoreCommand }
  | { readonly do: 'open-popup' }
  | { readonly do: 'quit' };

/** Stop what runs, else start what was tracked last, else let the person choose in the popup. */
export function toggleAction(snapshot: Snapshot): TrayAction {
  if (snapshot.timer.state === 'running') {
    return { do: 'command', command: { type: 'timer/stop' } };
  }
  const { last } = snapshot;
  const startable = last?.task !== undefined || (last?.description ?? '') !== '';
  if (snapshot.account.state === 'none' || last === undefined || !startable) {
    return { do: 'open-popup' };
  }
  return {
    do: 'command',
    command: { type: 'timer/start', taskId: last.task?.id, description: last.description },
  };
}
