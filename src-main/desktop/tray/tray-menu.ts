import type { OfferedTask, Snapshot } from '#contract';
import { toggleAction, type TrayAction } from './click-action.ts';
import { menuName, sessionName, taskName } from './names-in-menu-and-tooltip.ts';

export type TrayMenuItem =
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'separator' };

export function menu(snapshot: Snapshot): readonly TrayMenuItem[] {
  const recent = recentItems(snapshot);
  return [
    firstItem(snapshot),
    ...(recent.length === 0 ? [] : [{ kind: 'separator' } as const, ...recent]),
    { kind: 'separator' },
    { kind: 'action', label: 'Open Stint', action: { do: 'open-popup' } },
    { kind: 'action', label: 'Quit', action: { do: 'quit' } },
  ];
}

/** First, because GNOME gives the left click to the menu: starting and stopping stay two clicks. */
function firstItem(snapshot: Snapshot): TrayMenuItem {
  const { timer, last } = snapshot;
  const action = toggleAction(snapshot);
  if (timer.state === 'running') {
    return { kind: 'action', label: `Stop ${menuName(sessionName(timer))}`, action };
  }
  if (action.do === 'command' && last !== undefined) {
    const name =
      last.task === undefined
        ? menuName(sessionName(last))
        : taskName(last.task, alike(last.task, snapshot));
    return { kind: 'action', label: `Start ${name}`, action };
  }
  const label = snapshot.account.state === 'none' ? 'Connect…' : 'Start a timer…';
  return { kind: 'action', label, action };
}

/** The recent tasks, without the one that the first item is about. */
function recentItems(snapshot: Snapshot): readonly TrayMenuItem[] {
  if (snapshot.account.state === 'none') return [];
  const { timer, last, recentTasks } = snapshot;
  const first = timer.state === 'running' ? timer.task : last?.task;
  return recentTasks
    .filter((task) => task.id !== first?.id)
    .map((task) => startItem(task, alike(task, snapshot)));
}

function startItem(task: OfferedTask, withProject: boolean): TrayMenuItem {
  return {
    kind: 'action',
    label: `Start ${taskName(task, withProject)}`,
    action: { do: 'command', command: { type: 'timer/start', taskId: task.id } },
  };
}

/** Whether another task in the menu has the same name. */
function alike({ id, name }: OfferedTask, { last, recentTasks }: Snapshot): boolean {
  return [last?.task, ...recentTasks].some(
    (other) => other !== undefined && other.id !== id && other.name === name,
  );
}
