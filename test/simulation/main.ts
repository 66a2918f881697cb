import { parseArgs } from 'node:util';
import { DELIVERY_POLICY } from '../../src-main/domain/sync/delivery-policy.ts';
import { minutesOf, peakAfterFirstMinute } from './arrivals.ts';
import { runFleet, type FleetResult } from './fleet.ts';
import { OUTAGE_KINDS, type OutageKind } from './overloaded-server.ts';

const STINTS = 10_000;
const CAPACITY = 50;
const MOST_ENTRIES = 20;
/** Times what the server can take. */
const MOST_PEAK = 1.5;

type Report = Omit<FleetResult, 'arrivals'> & {
  readonly outage: OutageKind;
  readonly requests: number;
  readonly minutes: ReturnType<typeof minutesOf>;
  readonly peakAfterFirstMinute: number;
  readonly holds: boolean;
};

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function simulate(outage: OutageKind, options: Options): Promise<Report> {
  const { arrivals, ...result } = await runFleet({
    stints: STINTS,
    capacity: CAPACITY,
    mostEntries: MOST_ENTRIES,
    outageKind: outage,
    ...options,
  });
  const peak = peakAfterFirstMinute(arrivals, 1_000);
  const exact = result.lost + result.doubled + result.undelivered === 0;
  return {
    outage,
    ...result,
    requests: arrivals.length,
    minutes: minutesOf(arrivals),
    peakAfterFirstMinute: peak,
    holds: exact && peak <= MOST_PEAK * CAPACITY,
  };
}

function printReport(report: Report): void {
  const { minutes, requests, served, entries, lost, doubled, undelivered } = report;
  print(`\nThe outage was: ${report.outage}`);
  print('minute  arrivals/s  peak second');
  for (const { minute, mean, peak } of minutes) {
    print(
      `${String(minute).padStart(6)}  ${mean.toFixed(1).padStart(10)}  ${String(peak).padStart(11)}`,
    );
  }
  const peak = report.peakAfterFirstMinute;
  print(`peak after the first minute: ${peak}/s, ${(peak / CAPACITY).toFixed(2)} x capacity`);
  print(`requests: ${requests}, of which ${served} were carried out at once`);
  print(`all delivered after ${(report.allDeliveredAfter / 60_000).toFixed(1)} minutes`);
  print(`entries: ${entries}, lost ${lost}, doubled ${doubled}, undelivered ${undelivered}`);
  print(report.holds ? 'holds' : 'DOES NOT HOLD');
}

type Options = { readonly seed: number; readonly policy: typeof DELIVERY_POLICY };

function readOptions(): Options & { readonly json: boolean } {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '4' },
      cap: { type: 'string', default: String(DELIVERY_POLICY.backoff.capMs / 1_000) },
      spread: { type: 'string', default: String(DELIVERY_POLICY.lookSpreadMs / 1_000) },
      json: { type: 'boolean', default: false },
    },
  });
  const backoff = { ...DELIVERY_POLICY.backoff, capMs: Number(values.cap) * 1_000 };
  const lookSpreadMs = Number(values.spread) * 1_000;
  const policy = { ...DELIVERY_POLICY, backoff, lookSpreadMs };
  return { seed: Number(values.seed), policy, json: values.json };
}

const { json, ...options } = readOptions();
const { baseMs, capMs } = options.policy.backoff;
const reports: Report[] = [];
if (!json) {
  print(
    `${STINTS} Stints, 1 to ${MOST_ENTRIES} sessions each in an outage of an hour; the server takes ` +
      `${CAPACITY} requests a second.\nWaits between ${baseMs / 1_000} and ${capMs / 1_000} s, seed ${options.seed}.`,
  );
}
for (const outage of OUTAGE_KINDS) {
  const report = await simulate(outage, options);
  reports.push(report);
  if (!json) printReport(report);
}
if (json) print(JSON.stringify(reports, undefined, 2));
process.exitCode = reports.every(({ holds }) => holds) ? 0 : 1;
