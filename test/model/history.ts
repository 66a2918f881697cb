import fc from 'fast-check';
import type { ElsewhereChange, Fault, Step } from './step.ts';

export type History = {
  readonly headers: boolean;
  /** Whether lists leave out what is in the archive: nobody knows how Toggl does it. */
  readonly hidesArchived: boolean;
  /** Whether the answer to a single creation has a body: Toggl's page shows it without. */
  readonly bodies: boolean;
  /** Whether the refusal of a bulk names those that it is for. */
  readonly names: boolean;
  /** Requests an hour. */
  readonly quota: number;
  readonly steps: readonly Step[];
};

/**
 * The model's assumption: a request that the client has given up is carried out within some minutes or
 * never. No client of an API without idempotency keys can prevent that it is done twice then: it has to
 * be found, by the look that Stint makes five minutes later.
 */
const LATEST_MS = 280_000;
const LATE = fc.constantFrom(1, 3_000, 9_900, 15_000, 60_000, LATEST_MS);

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
    lateMs: LATE,
  }),
  fc.record({ kind: fc.constant('slow' as const), ms: fc.constantFrom(300, 30_000) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(400, 401, 402, 403, 404, 422, 500, 503),
    applied: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('retry-after' as const), seconds: fc.constantFrom(5, 120) }),
  fc.record({
    kind: fc.constant('foreign' as const),
    status: fc.constantFrom(0, 200, 403, 502),
    applied: fc.boolean(),
  }),
  fc.constant({ kind: 'offline' } as const),
);

const PLAIN = [
  'slip',
  'again',
  'offline',
  'online',
  'disconnect',
  'connect',
  'refresh',
  'read',
  'wake',
  'kill',
  'mend/undo',
  'mend/redo',
] as const;

const which = fc.nat({ max: 3 });
const task = fc.constantFrom(1, 2, undefined, GONE_TASK);
const edit: fc.Arbitrary<Extract<Step, { readonly do: 'edit' }>> = fc.record(
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
const several: fc.Arbitrary<Step> = fc
  .tuple(
    fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 }),
    fc.oneof(
      fc.record({ what: fc.constantFrom('delete', 'undelete', 'archive', 'unarchive' as const) }),
      fc.record({ what: fc.constant('move' as const), task: fc.constantFrom(1, 2, null) }),
      fc.record({
        what: fc.constant('shift' as const),
        seconds: fc.constantFrom(-86_400, -600, -1, 1, 600),
      }),
    ),
  )
  .map(([entries, deed]) => ({ do: 'several' as const, entries, ...deed }));
const elsewhereChange: fc.Arbitrary<ElsewhereChange> = fc.oneof(
  fc.record({ what: fc.constant('words' as const), value: fc.constantFrom('a', 'there') }),
  fc.record({ what: fc.constant('seconds' as const), value: fc.constantFrom(60, 90) }),
  fc.record({ what: fc.constant('shift' as const), value: fc.constantFrom(-60, -1, 1) }),
  fc.record({ what: fc.constant('task' as const), value: fc.constantFrom(1, 2) }),
  fc.record({ what: fc.constantFrom('deleted', 'archived' as const), value: fc.boolean() }),
);
const elsewhere = fc.record({
  do: fc.constant('elsewhere' as const),
  entry: which,
  change: elsewhereChange,
});
const resolve = fc.record({
  do: fc.constant('resolve' as const),
  entry: which,
  keep: fc.constantFrom('mine', 'theirs' as const),
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
      do: fc.constantFrom('delete', 'undelete', 'archive', 'unarchive', 'revert' as const),
      entry: which,
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'undo-edit' }) },
  { weight: 2, arbitrary: jump },
  { weight: 4, arbitrary: several },
  { weight: 3, arbitrary: elsewhere },
  { weight: 2, arbitrary: resolve },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('twin' as const), entry: which }) },
  ...PLAIN.map((name) => ({
    weight: name === 'online' || name === 'kill' ? 2 : 1,
    arbitrary: fc.constant<Step>({ do: name }),
  })),
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
        lateMs: LATE,
      }),
    ),
  }),
  edit,
  fc.oneof(edit, fc.constant<Step>({ do: 'undo-edit' }), fc.constant<Step>({ do: 'kill' }), pass),
);
/** The same entry changed here, without a network, and there. */
const clash: fc.Arbitrary<readonly Step[]> = fc
  .tuple(which, edit, elsewhereChange, fc.constantFrom('read', 'refresh', 'kill' as const))
  .map(([entry, mine, change, then]) => [
    { do: 'fault', fault: { kind: 'offline' } },
    { ...mine, entry },
    { do: 'elsewhere', entry, change },
    { do: then },
  ]);
const steps = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.tuple(step) },
      { weight: 1, arbitrary: doubtfulEdit },
      { weight: 1, arbitrary: clash },
    ),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((groups) => groups.flat());

export const histories: fc.Arbitrary<History> = fc.record({
  headers: fc.boolean(),
  hidesArchived: fc.boolean(),
  bodies: fc.boolean(),
  names: fc.boolean(),
  quota: fc.constantFrom(30, 30, 8),
  steps,
});

/** One step a line. */
export function told({ headers, hidesArchived, bodies, names, quota, steps }: History): string {
  const withOr = (has: boolean): string => (has ? 'with' : 'without');
  const head = [
    `${quota} requests an hour`,
    `${withOr(headers)} quota headers`,
    `archive ${hidesArchived ? 'hidden' : 'shown'}`,
    `creations ${withOr(bodies)} bodies`,
    `bulks ${withOr(names)} names`,
  ].join(', ');
  return [head, ...steps.map((one) => `  ${line(one)}`)].join('\n');
}

function line({ do: name, ...facts }: Step): string {
  const words = Object.entries(
    'fault' in facts
      ? facts.fault
      : 'change' in facts
        ? { entry: facts.entry, ...facts.change }
        : facts,
  );
  return [name, ...words.map(([key, value]) => `${key}=${String(value)}`)].join(' ');
}
