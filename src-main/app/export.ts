import type { AppError, Instant, Outcome, Result } from '#contract';
import { csvHead, csvLine } from '../domain/csv.ts';
import type { Connection } from './connection.ts';
import type { AccountId, Clock, Day, Log, SaveText, Store, TextFile } from './ports.ts';
import { refuse } from './results.ts';
import { scopeOf, type Scope } from './scope.ts';
import type { ViewState } from './view-state.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly view: ViewState;
  readonly saveText: SaveText;
  /** Reads all of the range; undefined where that succeeded. */
  readonly readRange: (range: Day) => Promise<AppError | undefined>;
};

/** So many entries are in memory at a time. */
const STRETCH = 500;

/** Writes what is shown to a file that the person chooses: read afresh where that is possible. */
export function createExport(ports: Ports): (connection: Connection) => Promise<Result<Outcome>> {
  const { clock, view } = ports;
  return async ({ id }) => {
    const scope = scopeOf(view.get(id).shown, clock);
    const file = await ports.saveText(suggestedName(scope, clock));
    if (file === undefined) return exported(undefined, 0, false);
    // Entries of a task come by pages, and only the person decides how many.
    const failed = scope.of === 'range' ? await ports.readRange(scope.range) : undefined;
    if (failed?.kind === 'cancelled') return refuse(failed);
    const fresh = scope.of === 'range' && failed === undefined;
    return writeTo(file, ports, { id, scope, fresh });
  };
}

function writeTo(
  file: TextFile,
  ports: Ports,
  what: {
    readonly id: AccountId;
    readonly scope: Scope;
    readonly fresh: boolean;
  },
): Result<Outcome> {
  let count = 0;
  const isoTime = (at: Instant): string => ports.clock.isoTime(at);
  function* texts(): Generator<string> {
    yield csvHead();
    for (const stretch of stretches(ports.store, what.id, what.scope)) {
      count += stretch.length;
      yield stretch.map((entry) => csvLine(entry, isoTime)).join('');
    }
  }
  try {
    file.write(texts());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    ports.log('error', 'csv not written', { error: error instanceof Error ? error.name : '' });
    return refuse({ kind: 'file-failed', detail });
  }
  return exported(file.file, count, what.fresh);
}

function* stretches(store: Store, account: AccountId, scope: Scope) {
  const wanted = { ...scope, text: '' };
  for (let offset = 0; ; offset += STRETCH) {
    const stretch = store.entriesPage(account, wanted, { offset, count: STRETCH });
    if (stretch.length > 0) yield stretch;
    if (stretch.length < STRETCH) return;
  }
}

function exported(file: string | undefined, entries: number, fresh: boolean): Result<Outcome> {
  return { ok: true, value: { exported: { file, entries, fresh } } };
}

/** `stint-2026-11-24.csv` or, for more than a day, `stint-2026-11-01_to_2026-11-30.csv`. */
function suggestedName(scope: Scope, clock: Clock): string {
  return scope.of === 'task'
    ? `stint-task-${scope.taskId}.csv`
    : `stint-${days(scope.range, clock)}.csv`;
}

function days({ startAt, endAt }: Day, clock: Clock): string {
  const dateOf = (at: number): string => clock.isoTime(at as Instant).slice(0, 10);
  const [first, last] = [dateOf(startAt), dateOf(endAt - 1)];
  return first === last ? first : `${first}_to_${last}`;
}
