import type { AppError } from '#contract';
import type { Entry } from '../../domain/entry.ts';
import { createCatalogueReader, type CatalogueReader } from '../tasks/read-tasks-and-settings.ts';
import type { Asking } from '../requests/may-read.ts';
import { createTagReader, type TagReader } from '../tasks/tags-to-choose.ts';
import { createPageReader, type PageReader } from './read-page.ts';
import { createPlanReader, type PlanReader } from './read-plan.ts';
import type { RangePorts } from './read-long-range.ts';
import { createRangeReader, type RangeReader } from './read-range.ts';
import { today } from '../state/shown-range.ts';
import { lookUpWindow } from './look-up-window.ts';

/** Reads of the server: none is made while the quota is spent, or its rest is kept for writes. */
export type Reader = RangeReader &
  CatalogueReader &
  TagReader &
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
    ...createTagReader(ports),
    ...createPageReader(ports),
    ...createPlanReader(ports),
    lookUp: (connection, unknown) =>
      ranges.readWindow(connection, lookUpWindow(unknown, today(clock)), unknown),
  };
}
