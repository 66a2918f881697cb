import type { Presence } from '../../app/ports/away/presence.ts';

const SIGNS = {
  'lock-screen': 'lock',
  'unlock-screen': 'unlock',
  suspend: 'suspend',
  resume: 'resume',
} as const;
type Event = keyof typeof SIGNS;
const EVENTS = Object.keys(SIGNS) as readonly Event[];

/** As much of Electron's `powerMonitor` as is asked. */
export type PowerMonitor = {
  /** In whole seconds. */
  getSystemIdleTime(): number;
  on(event: Event, listener: () => void): unknown;
  off(event: Event, listener: () => void): unknown;
};

/** What the desktop tells of its person, on each system in its own way, and Electron passes on. */
export function createPresence(monitor: PowerMonitor): Presence {
  return {
    idleMs() {
      const seconds = monitor.getSystemIdleTime();
      return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
    },
    onSign(told) {
      const listeners = EVENTS.map((event) => [event, () => told(SIGNS[event])] as const);
      for (const [event, listener] of listeners) monitor.on(event, listener);
      return () => {
        for (const [event, listener] of listeners) monitor.off(event, listener);
      };
    },
  };
}
