import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '#contract';
import type { Cancel, Clock, Log, Timers } from '../../app/ports/ports.ts';
import type { Stint } from '../../app/stint.ts';
import type { IconWatchPorts } from './warn-where-no-panel.ts';
import type { TrayMenuItem } from './tray-menu.ts';
import { trayModel, type TrayIcon, type TrayModel } from './icon-title-and-tooltip.ts';
import { toggleAction, type TrayAction } from './click-action.ts';

/** The icon as the desktop shows it. Each call is a message to the panel, so none is made in vain. */
export type TraySurface = {
  setIcon(icon: TrayIcon): void;
  setTooltip(tooltip: string): void;
  setTitle(title: string): void;
  setMenu(menu: readonly TrayMenuItem[]): void;
};

/** The icon, whoever puts it up. */
export type StandingTray = TraySurface & {
  /** Where the icon is, undefined where the desktop does not tell. */
  bounds(): Rectangle | undefined;
  dispose(): void;
  /** Where Stint itself sees to it that panels take the icon. */
  readonly watch?: IconWatchPorts['watch'];
  /** Where one of another kind may stand in for an icon that no panel shows. */
  standIn?(needed: boolean): void;
};

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type TrayPorts = {
  readonly surface: TraySurface;
  readonly stint: Pick<Stint, 'snapshot' | 'onSnapshot' | 'command' | 'lookAtClock'>;
  readonly popup: { open(): void; toggle(): void };
  readonly quit: () => void;
  readonly clock: Pick<Clock, 'now'>;
  readonly timers: Timers;
  readonly log: Log;
};

export type TrayControl = {
  /** Left click: the popup, or start and stop where the person chose so. */
  click(): void;
  /** Middle click: always start and stop. */
  middleClick(): void;
  /** An item of the menu. */
  act(action: TrayAction): void;
  /** Draws anew; after a sleep the minute's timeout is late. */
  refresh(): void;
  dispose(): void;
};

/** Keeps the surface as the snapshot says. The only timeout is the next minute of a running timer. */
export function createTrayControl(ports: TrayPorts): TrayControl {
  const { stint, popup, clock, log } = ports;
  let current: Snapshot;
  let shown: TrayModel | undefined;
  let cancel: Cancel | undefined;

  function draw(snapshot: Snapshot): void {
    cancel?.();
    current = snapshot;
    const now = clock.now();
    const model = trayModel(snapshot, now);
    const { changesAt } = model;
    cancel = changesAt === undefined ? undefined : ports.timers.after(changesAt - now, nextMinute);
    shown = apply(ports, model, shown);
  }

  /** A snapshot is read from the database, and what the minute changes is not: only the sums of another day are. */
  function nextMinute(): void {
    draw(stint.lookAtClock() ? stint.snapshot() : current);
  }

  function refresh(): void {
    draw(stint.snapshot());
  }

  function act(action: TrayAction): void {
    switch (action.do) {
      case 'open-popup':
        popup.open();
        return;
      case 'quit':
        ports.quit();
        return;
      case 'command':
        void carryOut(action);
    }
  }

  /** A refusal opens the popup: only there is room to say what is wrong. */
  async function carryOut({ command }: Extract<TrayAction, { do: 'command' }>): Promise<void> {
    try {
      const result = await stint.command(command);
      if (result.ok) return;
      log('warn', 'tray-command-refused', { command: command.type, error: result.error.kind });
    } catch (error) {
      log('error', 'tray-command-threw', { command: command.type, error: errorName(error) });
    }
    popup.open();
  }

  const unsubscribe = stint.onSnapshot(draw);
  refresh();

  return {
    click: () => {
      if (current.settings.leftClick === 'toggle') act(toggleAction(stint.snapshot()));
      else popup.toggle();
    },
    middleClick: () => act(toggleAction(stint.snapshot())),
    act,
    refresh,
    dispose: () => {
      unsubscribe();
      cancel?.();
    },
  };
}

/** Returns what is shown then. */
function apply(
  { surface, log }: Pick<TrayPorts, 'surface' | 'log'>,
  next: TrayModel,
  shown: TrayModel | undefined,
): TrayModel | undefined {
  try {
    if (next.icon !== shown?.icon) surface.setIcon(next.icon);
    if (next.tooltip !== shown?.tooltip) surface.setTooltip(next.tooltip);
    if (next.title !== shown?.title) surface.setTitle(next.title);
    if (!isDeepStrictEqual(next.menu, shown?.menu)) surface.setMenu(next.menu);
    return next;
  } catch (error) {
    log('error', 'tray-not-drawn', { error: errorName(error) });
    // Nobody knows how far it came: the next time all of it is told.
    return undefined;
  }
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
