import { measureFlush, type FlushFigures } from './flush.ts';
import { measureMemory, type MemoryFigures } from './memory.ts';
import type { Percentiles } from './percentiles.ts';
import { playPollingDay, type PollingDay } from './polling-day.ts';
import { countRequests, type RequestFigures } from './requests.ts';
import { measureStops, type StopFigures } from './stop-to-disk.ts';
import { playWorkingDay, SESSIONS, type WorkingDay } from './working-day.ts';

type Figures = {
  readonly requests: readonly RequestFigures[];
  readonly day: WorkingDay;
  readonly polling: PollingDay;
  readonly stops: StopFigures;
  readonly flush: FlushFigures;
  readonly memory: readonly MemoryFigures[];
};

const MOST_IN_A_DAY = SESSIONS + 6;
const MOST_STOP_P95_MS = 10;
const MOST_BESIDE_MS = 3_000;
/** The heap with the longest backlog, times that with the shortest of full batches. */
const MOST_GROWTH = 1.25;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function measure(): Promise<Figures> {
  const memory: MemoryFigures[] = [];
  for (const queued of [1_000, 10_000, 100_000]) memory.push(await measureMemory(queued));
  return {
    memory,
    requests: await countRequests(),
    day: await playWorkingDay(),
    polling: playPollingDay(),
    stops: await measureStops(10_000, 1_000_000),
    flush: await measureFlush(10_000),
  };
}

type Claim = { readonly what: string; readonly holds: boolean };

function claimsOf({ requests, day, stops, flush, memory }: Figures): readonly Claim[] {
  const growth = (of: (figures: MemoryFigures) => number): number => {
    const values = memory.map(of);
    return Math.max(...values) / Math.min(...values);
  };
  return [
    {
      what: 'requests: 1 a session, 1 a thousand of a backlog, 1 read after a lost answer',
      holds: requests.every(
        ({ writes, reads, mostWrites, mostReads }) => writes <= mostWrites && reads <= mostReads,
      ),
    },
    {
      what: `working day: at most ${MOST_IN_A_DAY} requests, no 402, each session once`,
      holds:
        day.requests <= MOST_IN_A_DAY &&
        day.refusedForQuota + day.doubled === 0 &&
        day.entries === SESSIONS,
    },
    {
      what: `stop to on disk: p95 at most ${MOST_STOP_P95_MS} ms`,
      holds: stops.onDisk.p95 <= MOST_STOP_P95_MS,
    },
    {
      what: `flush of 10,000: at most ${MOST_BESIDE_MS} ms beside the server's own time`,
      holds: flush.besideMs <= MOST_BESIDE_MS && flush.entriesAtServer === flush.queued,
    },
    {
      what: `memory: flat in the backlog, within ${MOST_GROWTH} x from 1,000 to 100,000`,
      holds:
        growth(({ waiting }) => waiting) <= MOST_GROWTH &&
        growth(({ sending }) => sending) <= MOST_GROWTH,
    },
  ];
}

function row(...cells: readonly (string | number)[]): void {
  const [first = '', ...others] = cells;
  print(`  ${String(first).padEnd(36)}${others.map((cell) => String(cell).padStart(10)).join('')}`);
}

const ms = (value: number): string => value.toFixed(1);

function printPercentiles(what: string, { p50, p95, max }: Percentiles): void {
  row(what, ms(p50), ms(p95), ms(max));
}

function printFigures({ requests, day, polling, stops, flush, memory }: Figures): void {
  print('Requests');
  row('', 'writes', 'reads');
  for (const { what, writes, reads } of requests) row(what, writes, reads);
  print('\nA working day on 30 requests an hour');
  row('hour', 'Stint', 'polling');
  for (const [index, count] of day.hours.entries()) {
    row(`${String(index + 8).padStart(2, '0')}:00`, count, polling.hours[index] ?? 0);
  }
  row('total', day.requests, polling.requests);
  row('refused with 402', day.refusedForQuota, polling.refusedForQuota);
  row('sessions refused', day.sessionsRefused, polling.sessionsRefused);
  print(`\nStop to on disk, ${stops.queued} queued and ${stops.delivered} delivered (ms)`);
  row('', 'p50', 'p95', 'max');
  printPercentiles('on disk', stops.onDisk);
  printPercentiles('answered', stops.answered);
  printPercentiles('a bare commit on this disk', stops.bareCommit);
  print(`\nFlush of ${flush.queued} in ${flush.requests} requests (ms)`);
  row('', 'total', 'server', 'beside');
  row('', ms(flush.totalMs), ms(flush.serverMs), ms(flush.besideMs));
  print('\nHeap after a collection (MB)');
  row('queued', 'waiting', 'sending');
  for (const { queued, waiting, sending } of memory) row(queued, ms(waiting), ms(sending));
  print('');
}

const figures = await measure();
const claims = claimsOf(figures);
if (process.argv.includes('--json')) {
  print(JSON.stringify({ ...figures, claims }, undefined, 2));
} else {
  printFigures(figures);
  for (const { what, holds } of claims)
    print(`${holds ? 'holds         ' : 'DOES NOT HOLD '} ${what}`);
}
process.exitCode = claims.every(({ holds }) => holds) ? 0 : 1;
