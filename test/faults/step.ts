/** What a random history of the real app is made of. Everything in it is drawn before it is played. */

/** What may meet a request. Times in milliseconds. */
export type WireFault =
  /** The connection ends: nothing is carried out, or all of it, or all of it so much later. */
  | { readonly kind: 'dropped' | 'lost' }
  | { readonly kind: 'late'; readonly ms: number }
  /** No sign at all until the client gives up; carried out so long after it was sent. */
  | { readonly kind: 'hanging'; readonly ms: number }
  | { readonly kind: 'slow'; readonly ms: number; readonly applied: 'first' | 'last' }
  /** Carried out, and the answer comes without its body, or with half of it. */
  | { readonly kind: 'no-body' | 'truncated' }
  /** A list that is none: without a body, 204, or `null`. Met by readings alone. */
  | { readonly kind: 'empty'; readonly as: 'nothing' | 'no-content' | 'null' }
  /** A page of somebody in between, who may have passed the request on; or where to go, or some JSON. */
  | {
      readonly kind: 'page' | 'elsewhere' | 'other-json';
      readonly status: number;
      readonly applied: boolean;
    }
  /** Toggl's own trouble, 500 and above. */
  | { readonly kind: 'trouble'; readonly status: number; readonly applied: boolean }
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'quota'; readonly resetsIn: number | undefined }
  | { readonly kind: 'slow-down'; readonly seconds: number };

export type Meets = 'write' | 'read' | 'any';

export type ElsewhereChange =
  | { readonly what: 'words'; readonly words: string }
  | { readonly what: 'seconds'; readonly seconds: number }
  | { readonly what: 'delete' }
  /** The same time on the same task, in other words. */
  | { readonly what: 'twin'; readonly words: string };

/** `entry` is the place among the sessions of the person, counted round. */
export type Step =
  | { readonly do: 'start'; readonly task: number; readonly words: string | undefined }
  | { readonly do: 'start-by-tray'; readonly item: number }
  | { readonly do: 'stop'; readonly by: 'tray' | 'popup' }
  | { readonly do: 'add'; readonly task: number; readonly words: string | undefined }
  | { readonly do: 'describe'; readonly entry: number; readonly words: string }
  | { readonly do: 'lengthen'; readonly entry: number; readonly minutes: number }
  | { readonly do: 'move'; readonly entry: number; readonly task: number }
  | { readonly do: 'delete'; readonly entry: number }
  | { readonly do: 'send-again'; readonly entry: number }
  /** Says which of those in Toggl Focus the entry is, where the app asks. */
  | { readonly do: 'answer'; readonly entry: number }
  | { readonly do: 'resolve'; readonly entry: number; readonly keep: 'mine' | 'theirs' }
  | { readonly do: 'undo' | 'refresh' }
  | { readonly do: 'offline' | 'online' | 'new-key' }
  /** SIGKILL so long after the step before, and a new start. */
  | { readonly do: 'kill'; readonly ms: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'fault'; readonly meets: Meets; readonly fault: WireFault }
  | { readonly do: 'elsewhere'; readonly entry: number; readonly change: ElsewhereChange };

export type History = {
  readonly seed: number;
  /** Whether a single creation is answered with what was created: Toggl's page shows it without. */
  readonly bodies: boolean;
  /** Whether the workspace takes no entry without a description; a bulk's refusal names the culprits. */
  readonly wantsWords: boolean;
  readonly steps: readonly Step[];
};

export function told({ do: deed, ...facts }: Step): string {
  return Object.keys(facts).length === 0 ? deed : `${deed} ${JSON.stringify(facts)}`;
}
