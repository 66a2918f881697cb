import type { AppError, Instant } from '#contract';
import { isKnown } from '../../domain/sync/server-id.ts';
import type { Entry } from '../../domain/entry.ts';
import { latePlaces } from '../../domain/sync/late-requests.ts';
import { endOf } from '../../domain/timer/session.ts';
import type { Day } from '../ports/ports.ts';
import { createCatalogueReader, type CatalogueReader } from '../tasks/read-tasks-and-settings.ts';
import type { Asking } from '../requests/may-read.ts';
import { createPageReader, type PageReader } from './read-page.ts';
import { createPlanReader, type PlanReader } from './read-plan.ts';
import type { RangePorts } from './read-long-range.ts';
import { createRangeReader, type RangeReader } from './read-range.ts';
import { today } from '../state/shown-range.ts';

/** Reads of the server: none is made while the quota is spent, or its rest is kept for writes. */
export type Reader = RangeReader &
  CatalogueReader &
  PageReader &
  PlanReader & {
    /** One read of the window that covers all these entries, whose requests had no clear answer. */
    lookUp(connection: Asking, unknown: readonly Entry[]): Promise<AppError | undefined>;
  };

export function createReader(ports: RangePorts): Reader {
  const { clock } = ports;
  const ranges = createRangeReader(ports);
  return {
    ...ranges,
    ...createCatalogueReader(ports),
    ...createPageReader(ports),
    ...createPlanReader(ports),
    lookUp: (connection, unknown) =>
      ranges.readWindow(connection, lookUpWindow(unknown, today(clock)), unknown),
  };
}

const DAY_MS = 86_400_000;

/**
 * From the first to the last entry; the whole of today where they touch it, at the same price. What
 * the server holds may have been moved there, most likely within a day.
 */
function lookUpWindow(entries: readonly Entry[], day: Day): Day {
  const spans = entries.flatMap((entry) => [entry.sent ?? entry, ...latePlaces(entry)]);
  const margin = entries.some(isKnown) ? DAY_MS : 0;
  const startAt = (Math.min(...spans.map((span) => span.startAt)) - margin) as Instant;
  const endAt = (Math.max(...spans.map(endOf)) + margin) as Instant;
  if (endAt <= day.startAt || startAt >= day.endAt) return { startAt, endAt };
  return {
    startAt: Math.min(startAt, day.startAt) as Instant,
    endAt: Math.max(endAt, day.endAt) as Instant,
  };
}
