/** What may meet the next request. Times in milliseconds. */
export type Fault =
  | { readonly kind: 'offline' }
  /** Applied, its answer lost. */
  | { readonly kind: 'lost' | 'dropped' | 'unreadable'; readonly ms: number }
  /** Applied so long after the client gave up, which it does after `ms`. */
  | { readonly kind: 'late'; readonly ms: number; readonly lateMs: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly applied: boolean }
  | { readonly kind: 'retry-after'; readonly seconds: number }
  /** Somebody in between answers in place of the server, which may have carried it out. */
  | { readonly kind: 'foreign'; readonly status: number; readonly applied: boolean };

export type PlainDeed =
  | 'stop'
  /** A start and a stop in one moment. */
  | 'slip'
  | 'disconnect'
  | 'connect'
  | 'refresh'
  /** What was refused is sent once more as it is. */
  | 'again'
  | 'read'
  | 'wake'
  | 'kill'
  | 'mend/undo'
  | 'mend/redo';

export type OneDeed = 'delete' | 'undelete' | 'archive' | 'unarchive' | 'revert';

export type SeveralDeed =
  | { readonly what: Exclude<OneDeed, 'revert'> }
  | { readonly what: 'move'; readonly task: number | null }
  | { readonly what: 'shift'; readonly seconds: number };

export type ElsewhereChange =
  | { readonly what: 'words'; readonly value: string }
  | { readonly what: 'seconds' | 'shift' | 'task'; readonly value: number }
  | { readonly what: 'deleted' | 'archived'; readonly value: boolean };

export type Step =
  | { readonly do: 'start'; readonly task: number | undefined }
  | { readonly do: PlainDeed }
  | { readonly do: 'offline' | 'online' }
  | {
      readonly do: 'edit';
      readonly entry: number;
      readonly task?: number | null | undefined;
      readonly words?: string | undefined;
      readonly seconds?: number | undefined;
      /** Moves the start by so many seconds. */
      readonly shift?: number | undefined;
    }
  | { readonly do: OneDeed; readonly entry: number }
  /** The same of several entries at once. */
  | ({ readonly do: 'several'; readonly entries: readonly number[] } & SeveralDeed)
  /** The person decides a conflict. */
  | { readonly do: 'resolve'; readonly entry: number; readonly keep: 'mine' | 'theirs' }
  /** The person says which entry of Toggl Focus it is, of those that it may be. */
  | { readonly do: 'identify'; readonly entry: number }
  /** Another device of the same account changes an entry of ours. */
  | { readonly do: 'elsewhere'; readonly entry: number; readonly change: ElsewhereChange }
  /** Another computer tracks the same time: all is as in the entry but the words. */
  | { readonly do: 'twin'; readonly entry: number }
  /** Edits the entry that was edited last back to what it was. */
  | { readonly do: 'undo-edit' }
  | { readonly do: 'pass' | 'jump'; readonly ms: number }
  | { readonly do: 'fault'; readonly fault: Fault };
