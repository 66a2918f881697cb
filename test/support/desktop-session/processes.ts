import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly ended: boolean;
  /** In clock ticks since boot: with the pid it names one process for ever. */
  readonly startedAt: string;
};

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined; // it ended between listing and reading, or belongs to someone else
  }
}

export function inspect(pid: number): Process | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The second field is the name in parentheses and may itself hold spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    pid,
    parent: Number(fields[1]),
    // The first thread can have ended while others of the same process still write files.
    ended: fields[0] === 'X' || (fields[0] === 'Z' && Number(fields[17]) <= 1),
    startedAt: fields[19] ?? '',
  };
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => inspect(Number(name)))
    .filter((process) => process !== undefined);
}

function withDescendants(seed: ReadonlySet<number>, all: readonly Process[]): Process[] {
  const members = new Set(seed);
  for (let grew = true; grew;) {
    const before = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
    grew = members.size > before;
  }
  members.delete(process.pid);
  return all.filter(({ pid, ended }) => members.has(pid) && !ended);
}

/** A process and all that came from it and still lives. */
export function familyOf(rootPid: number): readonly Process[] {
  return withDescendants(new Set([rootPid]), allProcesses());
}

/**
 * All processes that were started with `NAME=value` in their environment, and what came from them:
 * services that a bus started and helpers that left their parent are found too.
 */
export function markedProcesses(mark: string): readonly Process[] {
  const all = allProcesses();
  const marked = all.filter(({ pid }) =>
    (read(`/proc/${pid}/environ`) ?? '').split('\0').includes(mark),
  );
  return withDescendants(new Set(marked.map(({ pid }) => pid)), all);
}

/** The command line of a process, empty when it has ended. */
export function commandLine(pid: number): readonly string[] {
  return (read(`/proc/${pid}/cmdline`) ?? '').split('\0').filter((word) => word !== '');
}

function isAlive(target: Process): boolean {
  const now = inspect(target.pid);
  return now?.startedAt === target.startedAt && !now.ended;
}

/** Sends a signal, but never to another process that has got the same pid meanwhile. */
function signal(target: Process, name: 'SIGTERM' | 'SIGKILL'): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch {
    // It went first.
  }
}

type List = () => readonly Process[];

/** What is alive of those known before (a parent's death may hide them from the list) and of the list now. */
function remaining(known: readonly Process[], list: List): readonly Process[] {
  return [...known.filter(isAlive), ...list()];
}

/** Kills what is listed until nothing of it is left. */
export async function killAll(list: List): Promise<void> {
  for (let left = list(); left.length > 0; left = remaining(left, list)) {
    for (const member of left) signal(member, 'SIGKILL');
    await pause(20);
  }
}

/** Waits until nothing of what is listed is left, and kills what still is when the grace is over. */
export async function awaitEnd(list: List, graceMs: number): Promise<void> {
  const end = Date.now() + graceMs;
  let left = list();
  while (left.length > 0 && Date.now() < end) {
    await pause(20);
    left = remaining(left, list);
  }
  await killAll(() => remaining(left, list));
}

/** Asks each of the listed to end, and kills those that have not within the grace. */
export async function endAll(list: List, graceMs: number): Promise<void> {
  const members = list();
  for (const member of members) signal(member, 'SIGTERM');
  await awaitEnd(() => remaining(members, list), graceMs);
}
