import fc from 'fast-check';

/** What may meet the next request. Times in milliseconds. */
export type Fault =
  | { readonly kind: 'offline' }
  /** Applied, its answer lost. */
  | { readonly kind: 'lost' | 'dropped' | 'unreadable'; readonly ms: number }
  /** Applied so long after the client gave up, which it does after `ms`. */
  | { readonly kind: 'late'; readonly ms: number; readonly lateMs: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly applied: boolean }
  | { readonly kind: 'retry-after'; readonly seconds: number };

export type Step =
  | { readonly do: 'start'; readonly task: number | undefined }
  | { readonly do: 'stop' | 'disconnect' | 'connect' | 'refresh' | 'wake' | 'kill' }
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
  | { readonly do: 'delete' | 'undelete' | 'revert'; readonly entry: number }
  /** Edits the entry that was edited last back to what it was. */
  | { readonly do: 'undo-edit' }
  | { readonly do: 'pass' | 'jump'; readonly ms: number }
  | { readonly do: 'fault'; readonly fault: Fault };

export type History = {
  readonly headers: boolean;
  /** Requests an hour. */
  readonly quota: number;
  readonly steps: readonly Step[];
};

/**
 * The model's assumption: a request that the client has given up is carried out within the grace
 * period of 10 s or never. Later than that, no client of an API without idempotency keys can tell.
 */
const LATEST_MS = 9_900;

/** A description and a task that the server refuses. */
export const POISON = 'poison';
export const GONE_TASK = 3;
const SECOND = 1000;
const HOUR = 3_600_000;

const latency = fc.constantFrom(0, 300, 30_000);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('lost', 'dropped', 'unreadable' as const), ms: latency }),
  fc.record({
    kind: fc.constant('late' as const),
    ms: latency,
    lateMs: fc.constantFrom(1, 3_000, LATEST_MS),
  }),
  fc.record({ kind: fc.constant('slow' as const), ms: fc.constantFrom(300, 30_000) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(400, 401, 402, 403, 404, 422, 500, 503),
    applied: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('retry-after' as const), seconds: fc.constantFrom(5, 120) }),
  fc.constant({ kind: 'offline' } as const),
);

const which = fc.nat({ max: 3 });
const task = fc.constantFrom(1, 2, undefined, GONE_TASK);
const edit: fc.Arbitrary<Step> = fc.record(
  {
    do: fc.constant('edit' as const),
    entry: which,
    task: fc.constantFrom(1, 2, null, GONE_TASK),
    words: fc.constantFrom('a', 'b', '', POISON),
    seconds: fc.constantFrom(1, 60, 600, 7_200),
    shift: fc.constantFrom(-86_400, -3_600, -1, 1, 60, 86_400),
  },
  { requiredKeys: ['do', 'entry'] },
);
const pass: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('pass' as const),
  ms: fc.oneof(
    fc.constantFrom(1, 500, SECOND, 5 * SECOND, 12 * SECOND, 60 * SECOND, 600 * SECOND),
    fc.constantFrom(HOUR, 5 * HOUR, 30 * HOUR),
  ),
});
const jump: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('jump' as const),
  ms: fc.constantFrom(-26 * HOUR, -HOUR, -5_000, -1, 5_000, 15_000, HOUR, 26 * HOUR),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('start' as const), task }) },
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'stop' }) },
  { weight: 6, arbitrary: pass },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('fault' as const), fault }) },
  { weight: 5, arbitrary: edit },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('delete', 'undelete', 'revert' as const),
      entry: which,
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'undo-edit' }) },
  { weight: 2, arbitrary: jump },
  ...(['offline', 'online', 'disconnect', 'connect', 'refresh', 'wake', 'kill'] as const).map(
    (name) => ({
      weight: name === 'online' || name === 'kill' ? 2 : 1,
      arbitrary: fc.constant<Step>({ do: name }),
    }),
  ),
);

/** Changes in doubt are rare by chance alone, and much can go wrong with them. */
const doubtfulEdit: fc.Arbitrary<readonly Step[]> = fc.tuple(
  fc.record({
    do: fc.constant('fault' as const),
    fault: fc.oneof(
      fc.record({ kind: fc.constant('lost' as const), ms: latency }),
      fc.record({
        kind: fc.constant('late' as const),
        ms: latency,
        lateMs: fc.constantFrom(1, 3_000, LATEST_MS),
      }),
    ),
  }),
  edit,
  fc.oneof(edit, fc.constant<Step>({ do: 'undo-edit' }), fc.constant<Step>({ do: 'kill' }), pass),
);
const steps = fc
  .array(
    fc.oneof({ weight: 12, arbitrary: fc.tuple(step) }, { weight: 1, arbitrary: doubtfulEdit }),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((groups) => groups.flat());

export const histories: fc.Arbitrary<History> = fc.record({
  headers: fc.boolean(),
  quota: fc.constantFrom(30, 30, 8),
  steps,
});

/** One step a line. */
export function told({ headers, quota, steps }: History): string {
  const head = `${quota} requests an hour, ${headers ? 'with' : 'without'} quota headers`;
  return [head, ...steps.map((one) => `  ${line(one)}`)].join('\n');
}

function line({ do: name, ...facts }: Step): string {
  const words = Object.entries('fault' in facts ? facts.fault : facts);
  return [name, ...words.map(([key, value]) => `${key}=${String(value)}`)].join(' ');
}
