import type { Command } from './command.ts';
import type { Answer, Outcome } from './result.ts';
import type { Found, Search } from './search.ts';
import type { ToldSnapshot } from './snapshot.ts';

/** The four ways between popup and main; there is no fifth. */
export const CHANNEL = {
  command: 'stint:command',
  search: 'stint:search',
  snapshot: 'stint:snapshot',
  showing: 'stint:showing',
} as const;

/** Of the popup's window: hidden, about to be shown, or on the screen. */
export type Showing = 'hidden' | 'showing' | 'shown';

/** What the preload script puts on `window.stint`. */
export type StintBridge = {
  readonly command: (command: Command) => Promise<Answer<Outcome>>;
  readonly search: <S extends Search>(search: S) => Promise<Answer<Found<S>>>;
  /** Calls back at once with what main has said already, and with every snapshot from now on; returns the unsubscribe function. */
  readonly onSnapshot: (listener: (snapshot: ToldSnapshot) => void) => () => void;
  /** Calls back at once with what main has said already, and each time that the window is shown or hidden; returns the unsubscribe function. */
  readonly onShowing: (listener: (showing: Showing) => void) => () => void;
};
