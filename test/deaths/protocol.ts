import type { FocusAccount } from '../../src-main/app/ports/focus-api.ts';

/** How much faster than ours time goes in a life: the policy keeps its own figures, ten seconds of grace pass in 0.2. */
export const SPEED = 50;

/** Places in a write where a life can be made to stand still, so that the kill hits exactly there. */
export type WriteHook = 'before write' | 'inside write' | 'after write';

/** What the parent gives a life on its way. */
export type Orders = {
  readonly file: string;
  readonly account: Omit<FocusAccount, 'credential'>;
  readonly key: string;
  readonly taskIds: readonly number[];
  /** When the round began, on our clock; all lives of a round share one time. */
  readonly epochMs: number;
  readonly seed: number;
  /** Names the sessions of this life. */
  readonly name: string;
  /** Stands still in the n-th transaction. */
  readonly hang: { readonly at: WriteHook; readonly transaction: number } | undefined;
  /** `busy`: commits without a pause. `drain`: sends what waits, tells all it has, and ends. */
  readonly mode: 'steady' | 'busy' | 'drain';
};

/** What a session is to be once a command has been carried out. */
export type Wanted = {
  readonly name: string;
  readonly taskId: number | undefined;
  /** Undefined while it runs. */
  readonly seconds: number | undefined;
  readonly deleted: boolean;
  readonly archived: boolean;
};

export type Running = { readonly name: string; readonly startAt: number };

/** What is done to finished sessions, mostly to several at once. */
export type Deed = 'edit' | 'delete' | 'restore' | 'move' | 'archive' | 'unarchive';

/** What a life says, a line of JSON each. `tried` goes before a command, `done` after its answer. */
export type Line =
  | { readonly say: 'alive'; readonly running: Running | undefined }
  | {
      readonly say: 'tried' | 'done';
      readonly op: 'start' | 'stop' | Deed;
      /** The session that the command is about; of several, the first. */
      readonly name: string;
      readonly running: Running | undefined;
      /** The sessions that it finished or changed, as they are to be from then on. */
      readonly wanted: readonly Wanted[];
    }
  | { readonly say: 'hanging' }
  | { readonly say: 'drained'; readonly entries: readonly Drained[] };

export type Drained = { readonly name: string; readonly state: string };
