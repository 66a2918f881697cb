import type { Timers } from '../../../app/ports/ports.ts';
import type { Connection, ConnectionEvents } from '../../bus/connection.ts';
import type { TrayEvents } from '../electron-tray.ts';
import type { PanelEvents } from '../warn-where-no-panel.ts';
import type { TrayIcon } from '../icon-title-and-tooltip.ts';
import type { StandingTray } from '../update-tray.ts';
import type { BusObject } from './bus-object.ts';
import { createItem } from './item-properties.ts';
import { createMenu } from './menu-calls-and-signals.ts';
import { answerCall } from './answer-bus-call.ts';
import type { Pixmap } from './pixmaps.ts';
import { createPlace } from './where-icon-was-clicked.ts';
import { createRegistration } from './registration.ts';
import { createPanelReadings } from './panel-readings.ts';
import { createShown } from './tell-panels-of-change.ts';

export type StatusNotifierPorts = {
  readonly connect: (events: ConnectionEvents) => Connection;
  readonly picture: (icon: TrayIcon) => readonly Pixmap[];
  readonly tooltip: string;
  /** How many dots of the screen a unit of Electron's has; asked only at a click. */
  readonly scale: () => number;
  readonly events: TrayEvents;
  readonly threw: ConnectionEvents['threw'];
  readonly timers: Timers;
};

export type StatusNotifier = StandingTray & {
  readonly watch: (events: PanelEvents) => () => void;
  /** Resolves when a panel has all that it needs to show the icon, when none is there, or after so many milliseconds. */
  untilItStands(mostMs: number): Promise<void>;
  /** Whether the connection stands, as far as is known. */
  readonly isOpen: () => boolean;
  /** Whether there is something that icons are registered with. */
  readonly hasWatcher: () => boolean;
};

/** An icon of Stint's own in the panels of a Linux desktop. */
export function createStatusNotifier(ports: StatusNotifierPorts): StatusNotifier {
  const { events, picture, tooltip } = ports;
  const place = createPlace(ports.scale);
  const begin = { icon: 'idle', tooltip } as const;
  const shown = createShown(begin, picture, (signal) => connection.signal(signal));
  const panelReadings = createPanelReadings(ports.timers);
  const watched = createWatched();

  const item = createItem(shown.state, {
    activated(at) {
      place.clicked(at);
      events.click();
    },
    middleClicked(at) {
      place.clicked(at);
      events.middleClick();
    },
    menuAsked: place.clicked,
    read: panelReadings.read,
  });
  const objects: readonly BusObject[] = [item, createMenu(shown.layout, events.act)];

  const connection = ports.connect({
    called: (call) => answerCall(connection, objects, call),
    signal: (signal) => registration.signal(signal),
    threw: ports.threw,
    failed: () => panel(false),
  });
  const registration = createRegistration(connection, { panel, otherWatcher: place.forget });
  registration.begin();

  function panel(there: boolean): void {
    if (!there) panelReadings.nobody();
    watched.panel(there);
  }

  return {
    ...shown.surface,
    bounds: place.bounds,
    dispose: connection.close,
    watch: watched.watch,
    untilItStands: panelReadings.until,
    isOpen: connection.isOpen,
    hasWatcher: () => connection.isOpen() && registration.hasWatcher(),
  };
}

/** Whoever begins to listen is told what was told last. */
function createWatched() {
  let last: boolean | undefined;
  let listener: PanelEvents | undefined;
  const panel = (there: boolean) => {
    last = there;
    listener?.panel(there);
  };
  const watch = (events: PanelEvents) => {
    listener = events;
    if (last !== undefined) events.panel(last);
    return () => {
      listener = undefined;
    };
  };
  return { panel, watch };
}
