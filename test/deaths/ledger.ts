import type { EntryRow } from '../../src-main/demo/entry-table.ts';
import type { Drained, Line, Running, Wanted } from './protocol.ts';

export type Verdict = {
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
  compare(server: readonly EntryRow[], local: readonly Drained[]): Verdict;
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
    open = undefined;
    const kept = found?.name === running?.name && found?.startAt === running?.startAt;
    if (cut === undefined) {
      if (!kept) badRunning.push(`${nameOf(running)} ran, ${nameOf(found)} was found`);
    } else if (cut.op === 'start' || cut.op === 'stop') {
      const went = cut.op === 'start' ? found?.name === cut.name : found === undefined;
      if (!kept && !went) badRunning.push(`${cut.op} of ${cut.name}: ${nameOf(found)} was found`);
      if (went && cut.running !== undefined) settle(finished(cut.running));
    } else {
      if (!kept) badRunning.push(`${cut.op} of ${cut.name}: ${nameOf(found)} was found`);
      for (const wanted of cut.wanted) {
        possible.set(wanted.name, [...(possible.get(wanted.name) ?? []), wanted]);
      }
    }
    running = found;
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
      const there = byName(server);
      const here = new Map(local.map((entry) => [entry.name, entry]));
      const lost: string[] = [];
      const doubled: string[] = [];
      const wrong: string[] = [...badRunning];
      for (const wanted of acknowledged.values()) {
        const rows = there.get(wanted.name) ?? [];
        const living = rows.filter((row) => row.deleted_at === null);
        const choices = [wanted, ...(possible.get(wanted.name) ?? [])];
        if (living.length > 1) doubled.push(wanted.name);
        const fits = choices.some((choice) => isAsWanted(choice, living));
        if (fits) continue;
        if (living.length > 0)
          wrong.push(`${JSON.stringify(choices)} is ${JSON.stringify(living)}`);
        else if (here.get(wanted.name)?.state !== 'waiting') lost.push(wanted.name);
      }
      for (const [name, rows] of there) {
        const living = rows.filter((row) => row.deleted_at === null);
        if (!acknowledged.has(name)) wrong.push(`${name} was never finished`);
        if (!acknowledged.has(name) && living.length > 1) doubled.push(name);
      }
      return { sessions: acknowledged.size, lost, doubled, wrong };
    },
  };
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
  return { name, taskId: undefined, seconds: undefined, deleted: false };
}

function isAsWanted(wanted: Wanted, living: readonly EntryRow[]): boolean {
  const [only] = living;
  if (wanted.deleted || only === undefined) return wanted.deleted && only === undefined;
  const taskFits = wanted.taskId === undefined || only.task_id === wanted.taskId;
  const lengthFits = wanted.seconds === undefined || only.duration === wanted.seconds;
  return taskFits && lengthFits;
}

function nameOf(running: Running | undefined): string {
  return running === undefined ? 'nothing' : `${running.name} since ${running.startAt}`;
}
