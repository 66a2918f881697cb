import type { AppError, Instant, Outcome, Result } from '#contract';
import { csvHead, csvLine } from '../../domain/export/csv-lines.ts';
import { csvStyleOf } from '../../domain/export/csv-separator.ts';
import type { SystemRegion } from '../../domain/locale/computer-region.ts';
import type { Connection } from '../state/connection-and-live-state.ts';
import type { AccountId, Clock, Day, Log, SaveText, Store, TextFile } from '../ports/ports.ts';
import { refuse } from '../ports/results.ts';
import { selectionOf, type EntrySelection } from '../state/shown-range.ts';
import type { ViewState } from '../state/view-state.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly view: ViewState;
  readonly saveText: SaveText;
  readonly systemRegion: () => SystemRegion;
  /** Reads all of the range; undefined where that succeeded. */
  readonly readRange: (range: Day) => Promise<AppError | undefined>;
};

/** So many entries are in memory at a time. */
const SLICE = 500;

/** Writes what is shown to a file that the person chooses: read afresh where that is possible. */
export function createExport(ports: Ports): (connection: Connection) => Promise<Result<Outcome>> {
  const { clock, view } = ports;
  return async ({ id }) => {
    const selection = selectionOf(view.get(id).shown, clock);
    const file = await ports.saveText(suggestedName(selection, clock));
    if (file === undefined) return exported(undefined, 0, false);
    // Entries of a task come by pages, and only the person decides how many.
    const failed = selection.of === 'range' ? await ports.readRange(selection.range) : undefined;
    if (failed?.kind === 'cancelled') return refuse(failed);
    const fresh = selection.of === 'range' && failed === undefined;
    return writeTo(file, ports, { id, selection, fresh });
  };
}

function writeTo(
  file: TextFile,
  ports: Ports,
  what: {
    readonly id: AccountId;
    readonly selection: EntrySelection;
    readonly fresh: boolean;
  },
): Result<Outcome> {
  let count = 0;
  const writing = {
    ...csvStyleOf(ports.systemRegion().locales.numbers),
    isoTime: (at: Instant): string => ports.clock.isoTime(at),
    tagsOf: tagsByTask(ports.store, what.id),
  };
  function* texts(): Generator<string> {
    yield csvHead(writing);
    for (const slice of slices(ports.store, what.id, what.selection)) {
      count += slice.length;
      yield slice.map((entry) => csvLine(entry, writing)).join('');
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

/** Each task is read once. */
function tagsByTask(store: Store, account: AccountId): (taskId: number) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  return (taskId) => {
    const names = known.get(taskId) ?? store.task(account, taskId)?.tagNames ?? [];
    known.set(taskId, names);
    return names;
  };
}

function* slices(store: Store, account: AccountId, selection: EntrySelection) {
  const wanted = { ...selection, text: '' };
  for (let offset = 0; ; offset += SLICE) {
    const slice = store.entriesPage(account, wanted, { offset, count: SLICE });
    if (slice.length > 0) yield slice;
    if (slice.length < SLICE) return;
  }
}

function exported(file: string | undefined, entries: number, fresh: boolean): Result<Outcome> {
  return { ok: true, value: { exported: { file, entries, fresh } } };
}

/** `stint-2026-11-24.csv` or, for more than a day, `stint-2026-11-01_to_2026-11-30.csv`. */
function suggestedName(selection: EntrySelection, clock: Clock): string {
  return selection.of === 'task'
    ? `stint-task-${selection.taskId}.csv`
    : `stint-${days(selection.range, clock)}.csv`;
}

function days({ startAt, endAt }: Day, clock: Clock): string {
  const dateOf = (at: number): string => clock.isoTime(at as Instant).slice(0, 10);
  const [first, last] = [dateOf(startAt), dateOf(endAt - 1)];
  return first === last ? first : `${first}_to_${last}`;
}
