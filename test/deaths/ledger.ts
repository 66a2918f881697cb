import type { EntryRow } from '../../src-main/demo/data/entry-table.ts';
import type { Drained, Line, Running, Wanted } from './protocol.ts';

export type CreateResponse = {
  /** Sessions whose end was acknowledged. */
  readonly sessions: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** There once, and not as the person left it. */
  readonly wrong: readonly string[];
};

/**
 * What a person was told, kept where no kill can reach it. A command that was tried and not
 * acknowledged may have happened or not: both are right, anything else is not.
 */
export type Ledger = {
  note(line: Line): void;
  compare(server: readonly EntryRow[], local: readonly Drained[]): CreateResponse;
};

type Command = Extract<Line, { readonly say: 'tried' | 'done' }>;

export function createLedger(): Ledger {
  const acknowledged = new Map<string, Wanted>();
  const possible = new Map<string, readonly Wanted[]>();
  const badRunning: string[] = [];
  let running: Running | undefined;
  let open: Command | undefined;

  function settle(wanted: Wanted): void {
    acknowledged.set(wanted.name, wanted);
    possible.delete(wanted.name);
  }

  /** A life began: what it finds running decides how the cut off command went. */
  function awaken(found: Running | undefined): void {
    const cut = open;
    const went = cut !== undefined && wentThrough(cut, found);
    if (!went && !isSame(found, running)) {
      badRunning.push(`${nameOf(running)} ran, ${nameOf(found)} was found`);
    }
    if (went && cut.running !== undefined) settle(finished(cut.running));
    if (cut !== undefined) allow(cut.wanted);
    open = undefined;
    running = found;
  }

  function allow(either: readonly Wanted[]): void {
    for (const wanted of either) {
      possible.set(wanted.name, [...(possible.get(wanted.name) ?? []), wanted]);
    }
  }

  return {
    note(line) {
      if (line.say === 'alive') awaken(line.running);
      if (line.say === 'tried') open = line;
      if (line.say !== 'done') return;
      open = undefined;
      running = line.running;
      for (const wanted of line.wanted) settle(wanted);
    },
    compare(server, local) {
      const there = byName(server.filter((row) => row.deleted_at === null));
      const waiting = new Set(local.filter(({ state }) => state === 'waiting').map(nameIn));
      const unfit = [...acknowledged.values()].filter((wanted) => {
        const choices = [wanted, ...(possible.get(wanted.name) ?? [])];
        return !choices.some((choice) => isAsWanted(choice, there.get(wanted.name) ?? []));
      });
      const absent = unfit.filter(({ name }) => !there.has(name) && !waiting.has(name));
      const other = unfit.filter(({ name }) => there.has(name));
      const strange = [...there.keys()].filter((name) => !acknowledged.has(name));
      return {
        sessions: acknowledged.size,
        lost: absent.map(nameIn),
        doubled: [...there].filter(([, rows]) => rows.length > 1).map(([name]) => name),
        wrong: [
          ...badRunning,
          ...other.map(
            (wanted) => `${JSON.stringify(wanted)} is ${JSON.stringify(there.get(wanted.name))}`,
          ),
          ...strange.map((name) => `${name} was never finished`),
        ],
      };
    },
  };
}

function nameIn({ name }: { readonly name: string }): string {
  return name;
}

function isSame(a: Running | undefined, b: Running | undefined): boolean {
  return a?.name === b?.name && a?.startAt === b?.startAt;
}

/** Whether a start or stop that was cut off had reached the disk. */
function wentThrough(cut: Command, found: Running | undefined): boolean {
  if (cut.op === 'start') return found?.name === cut.name;
  return cut.op === 'stop' && found === undefined;
}

function byName(rows: readonly EntryRow[]): ReadonlyMap<string, readonly EntryRow[]> {
  const found = new Map<string, EntryRow[]>();
  for (const row of rows) {
    const name = row.description ?? '';
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}

/** Its length was never told. */
function finished({ name }: Running): Wanted {
  return { name, taskId: undefined, seconds: undefined, deleted: false, archived: false };
}

function isAsWanted(wanted: Wanted, living: readonly EntryRow[]): boolean {
  const [only] = living;
  if (wanted.deleted || only === undefined) return wanted.deleted && only === undefined;
  const taskFits = wanted.taskId === undefined || only.task_id === wanted.taskId;
  const lengthFits = wanted.seconds === undefined || only.duration === wanted.seconds;
  return taskFits && lengthFits && (only.archived_at !== null) === wanted.archived;
}

function nameOf(running: Running | undefined): string {
  return running === undefined ? 'nothing' : `${running.name} since ${running.startAt}`;
}
