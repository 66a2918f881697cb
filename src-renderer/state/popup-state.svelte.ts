import type {
  Answer,
  Command,
  ErrorWords,
  Found,
  Outcome,
  Search,
  StintBridge,
  ToldSnapshot,
} from '#contract';
import { createContext } from 'svelte';
import { createDrafts, type Drafts } from './unsaved-drafts.ts';
import { createFailures, type Failures } from './report-page-failures.ts';
import { writeAs } from '../time/date-and-number-formats.ts';
import { writeLengthsAs } from '../time/length-style.svelte.ts';
import { followZone } from '../time/time-zone.svelte.ts';
import type { Hours } from '../time/hour-format.ts';

/** The popup's side of the bridge: what main last said, and the ways to ask it something. */
export type Popup = {
  /** Undefined until main's first push. */
  readonly snapshot: ToldSnapshot | undefined;
  /** How times of day are written; with 24 hours until main says so. */
  readonly hours: Hours;
  /** The locale of the browser's own fields for dates. */
  readonly dateField: string | undefined;
  readonly send: (command: Command) => Promise<Answer<Outcome>>;
  readonly search: <S extends Search>(search: S) => Promise<Answer<Found<S>>>;
  /** Where what went wrong in the page is told. */
  readonly failures: Failures;
  readonly drafts: Drafts;
  readonly dispose: () => void;
};

export const [getPopup, setPopup] = createContext<Popup>();

/** Main answers with a Result; it rejects only a message that it takes for no command of Stint's. */
export function createPopup(bridge: StintBridge, notUnderstoodWords: ErrorWords): Popup {
  const error = { kind: 'malformed-command', words: notUnderstoodWords } as const;
  const notUnderstood = { ok: false, error } as const;
  let snapshot = $state.raw<ToldSnapshot>();
  // By themselves, so that a push that changes nothing of them asks nothing of the hundreds of rows that read them.
  let hours = $state<Hours>('24h');
  let dateField = $state<string>();
  const send: Popup['send'] = (command) => bridge.command(command).catch(() => notUnderstood);
  const drafts = createDrafts(send);
  const dispose = bridge.onSnapshot((next) => {
    followZone(next.zone);
    writeAs(next.region);
    writeLengthsAs(next.settings.lengths);
    drafts.follow(next);
    hours = next.settings.hours;
    dateField = next.region.dateField;
    snapshot = next;
  });
  return {
    get snapshot() {
      return snapshot;
    },
    get hours() {
      return hours;
    },
    get dateField() {
      return dateField;
    },
    send,
    search: (search) => bridge.search(search).catch(() => notUnderstood),
    failures: createFailures(bridge.command),
    drafts,
    dispose,
  };
}
