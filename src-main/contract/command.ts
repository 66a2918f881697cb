/** Where a person's time goes: an address copied from Toggl Focus, or the two numbers in it. */
export type Place =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'ids'; readonly organizationId: number; readonly workspaceId: number };

export type Credential =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'password'; readonly email: string; readonly password: string };

/** What a left click on the tray icon does. */
export type LeftClick = 'popup' | 'toggle';

/** Pages of Toggl's own that Stint may open in the browser; the renderer cannot name any other. */
export type Link = 'api-key' | 'toggl-focus';

/** Everything the popup can ask of main. One person's intent is one command. */
export type Command =
  /** Sent once a popup is drawn: answered by a push of the current snapshot. */
  | { readonly type: 'popup/ready' }
  | { readonly type: 'popup/close' }
  | {
      readonly type: 'timer/start';
      readonly taskId?: number | undefined;
      readonly description?: string | undefined;
    }
  | { readonly type: 'timer/stop' }
  | { readonly type: 'account/connect'; readonly credential: Credential; readonly place: Place }
  | { readonly type: 'account/demo' }
  | { readonly type: 'account/disconnect'; readonly evenIfWaiting: boolean }
  /** Reads the keychain again, after the person unlocked it. */
  | { readonly type: 'account/unlock' }
  /** Sends what waits now and reads tasks and today's entries afresh (two reads of the quota). */
  | { readonly type: 'sync/now' }
  /**
   * Changes an entry, in whatever state of delivery it is; a refused one is sent again. Absent fields
   * stay as they are, a null task is "no task". `startAt` is an instant in milliseconds.
   */
  | {
      readonly type: 'entry/edit';
      readonly entryId: string;
      readonly taskId?: number | null | undefined;
      readonly description?: string | undefined;
      readonly startAt?: number | undefined;
      readonly seconds?: number | undefined;
    }
  | { readonly type: 'entry/delete'; readonly entryId: string }
  /** Takes a delete back; possible until the app is started anew. */
  | { readonly type: 'entry/undelete'; readonly entryId: string }
  /** Gives up a change that the server refused: the entry is again as it is there. */
  | { readonly type: 'entry/revert'; readonly entryId: string }
  | { readonly type: 'settings/left-click'; readonly leftClick: LeftClick }
  | { readonly type: 'link/open'; readonly link: Link }
  | { readonly type: 'app/quit' };

/** A look-up in the cached tasks, answered without a request. An empty text lists recents first. */
export type Search = { readonly text: string };
