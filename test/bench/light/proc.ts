import { readdirSync, readFileSync } from 'node:fs';
import { familyOf } from '../../support/desktop-session/processes.ts';
import type { Effort, Memory } from './figures.ts';

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return ''; // it ended meanwhile
  }
}

function numberAfter(text: string, label: string): number {
  return Number(new RegExp(`^${label}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

/** Throws where the app has ended: it would weigh nothing. */
function livingFamilyOf(pid: number): ReturnType<typeof familyOf> {
  const family = familyOf(pid);
  if (family.length === 0) throw new Error('the app ended while it was measured');
  return family;
}

export function memoryOf(pid: number): Memory {
  const family = livingFamilyOf(pid);
  const pssKiB = family.map((each) => numberAfter(read(`/proc/${each.pid}/smaps_rollup`), 'Pss'));
  return {
    pssMiB: pssKiB.reduce((sum, each) => sum + each, 0) / 1024,
    processes: family.length,
  };
}

/** Since each of its threads began; a thread's `schedstat` begins with nanoseconds on a CPU. */
export function effortOf(pid: number): Effort {
  const threads = livingFamilyOf(pid).flatMap((each) =>
    readdirSync(`/proc/${each.pid}/task`).map((thread) => `/proc/${each.pid}/task/${thread}`),
  );
  const sumOf = (valueOf: (thread: string) => number) =>
    threads.reduce((sum, thread) => sum + valueOf(thread), 0);
  return {
    cpuMs: sumOf((thread) => Number(read(`${thread}/schedstat`).split(' ')[0] ?? 0)) / 1e6,
    switches: sumOf((thread) => numberAfter(read(`${thread}/status`), 'voluntary_ctxt_switches')),
  };
}

/** A thread that ended in between takes its last slice with it. */
export function effortBetween(before: Effort, after: Effort): Effort {
  return {
    cpuMs: Math.max(0, after.cpuMs - before.cpuMs),
    switches: Math.max(0, after.switches - before.switches),
  };
}
