import type { Figures } from './figures.ts';

/** A row of the table: where its figure is found, and how many times the floor's it may be. */
type Row = {
  readonly what: string;
  readonly unit: string;
  readonly of: (figures: Figures) => readonly (number | undefined)[];
  /** The app that the ratio is to; none for what has no budget. */
  readonly beside?: 'floor' | 'floor, popup destroyed';
  readonly most?: number;
  /** In the row's unit, besides the ratio. */
  readonly mostAbsolute?: number;
};

const ROWS: readonly Row[] = [
  { what: 'spawn to icon', unit: 'ms', of: (it) => [it.startMs], beside: 'floor', most: 1.15 },
  {
    what: 'click to window mapped, first',
    unit: 'ms',
    of: (it) => [it.first?.mappedMs],
    beside: 'floor',
  },
  {
    what: 'click to first content, first',
    unit: 'ms',
    of: (it) => [it.first?.contentMs],
    beside: 'floor',
    most: 1.5,
  },
  {
    what: 'click to window mapped, warm',
    unit: 'ms',
    of: (it) => (it.warm ?? []).map((each) => each.mappedMs),
    beside: 'floor',
  },
  {
    what: 'click to first content, warm',
    unit: 'ms',
    of: (it) => (it.warm ?? []).map((each) => each.contentMs),
    beside: 'floor',
    most: 1.5,
    mostAbsolute: 33,
  },
  {
    what: 'PSS at rest, popup never opened',
    unit: 'MiB',
    of: (it) => [it.atRest?.pssMiB],
    beside: 'floor',
    most: 1.08,
  },
  {
    what: 'PSS, popup open',
    unit: 'MiB',
    of: (it) => [it.open?.pssMiB],
    beside: 'floor',
    most: 1.15,
  },
  {
    what: 'PSS, popup closed for its delay',
    unit: 'MiB',
    of: (it) => [it.afterClose?.pssMiB],
    beside: 'floor, popup destroyed',
    most: 1.1,
  },
  {
    what: 'context switches at rest, timer stopped',
    unit: '',
    of: (it) => [it.rest?.switches],
    beside: 'floor',
    most: 1.1,
  },
  {
    what: 'context switches at rest, timer running',
    unit: '',
    of: (it) => [it.restRunning?.switches],
    beside: 'floor',
    most: 1.25,
  },
  { what: 'CPU at rest, timer stopped', unit: 'ms', of: (it) => [it.rest?.cpuMs], beside: 'floor' },
  {
    what: 'CPU at rest, timer running',
    unit: 'ms',
    of: (it) => [it.restRunning?.cpuMs],
    beside: 'floor',
  },
  { what: 'processes at rest', unit: '', of: (it) => [it.atRest?.processes], beside: 'floor' },
  { what: 'processes, popup open', unit: '', of: (it) => [it.open?.processes], beside: 'floor' },
  {
    what: 'processes, popup closed for its delay',
    unit: '',
    of: (it) => [it.afterClose?.processes],
    beside: 'floor, popup destroyed',
  },
];

export type Rounds = Readonly<Record<string, readonly Figures[]>>;

/** The middle one, or the mean of the two in the middle. Throws on an empty list. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('nothing was measured');
  return (lower + upper) / 2;
}

export type Line = {
  readonly what: string;
  readonly floor: string;
  readonly app: string;
  readonly ratio: string;
  readonly budget: string;
  readonly verdict: 'ok' | 'over' | '';
};

/** One line for each figure that the app has, beside the floor's; medians with least and most in brackets. */
export function linesFor(app: string, rounds: Rounds): readonly Line[] {
  return ROWS.flatMap((row) => lineFor(row, app, rounds) ?? []);
}

function lineFor(row: Row, app: string, rounds: Rounds): Line | undefined {
  const values = valuesOf(row, rounds[app] ?? []);
  if (values.length === 0) return undefined;
  // A timer that runs is compared with a floor at rest: an empty app has none.
  const resting: Row = row.what.includes('timer running')
    ? { ...row, of: (it) => [row.unit === 'ms' ? it.rest?.cpuMs : it.rest?.switches] }
    : row;
  const floor = valuesOf(resting, rounds[row.beside ?? 'floor'] ?? []);
  if (floor.length === 0) return undefined;
  const [median, floorMedian] = [medianOf(values), medianOf(floor)];
  const ratio = median / floorMedian;
  return {
    what: row.what,
    floor: spread(floor, row.unit),
    app: spread(values, row.unit),
    ratio: ratio.toFixed(2),
    ...judged(row, ratio, median),
  };
}

function judged(row: Row, ratio: number, median: number): Pick<Line, 'budget' | 'verdict'> {
  const { most, mostAbsolute = Infinity } = row;
  if (most === undefined) return { budget: '', verdict: '' };
  const isWithin = ratio <= most && median <= mostAbsolute;
  const absolute = mostAbsolute === Infinity ? '' : ` and ${mostAbsolute} ${row.unit}`;
  return { budget: `${most.toFixed(2)}${absolute}`, verdict: isWithin ? 'ok' : 'over' };
}

function valuesOf(row: Row, figures: readonly Figures[]): readonly number[] {
  return figures.flatMap(row.of).filter((value) => value !== undefined);
}

function spread(values: readonly number[], unit: string): string {
  const shown = (value: number) => value.toFixed(value < 20 && unit === 'ms' ? 1 : 0);
  const range = `${shown(Math.min(...values))}..${shown(Math.max(...values))}`;
  return `${shown(medianOf(values))} ${unit}`.trim() + ` (${range})`;
}

export type Size = {
  readonly what: string;
  readonly bytes: number;
  readonly mostBytes: number;
};

export function linesForSizes(sizes: readonly Size[]): readonly Line[] {
  return sizes.map(({ what, bytes, mostBytes }) => ({
    what,
    floor: '',
    app: kilobytes(bytes),
    ratio: '',
    budget: kilobytes(mostBytes),
    verdict: bytes <= mostBytes ? 'ok' : 'over',
  }));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

const HEAD: Line & { readonly verdict: '' } = {
  what: 'what',
  floor: 'floor',
  app: 'app',
  ratio: 'ratio',
  budget: 'at most',
  verdict: '',
};

/** The lines as a Markdown table, which a terminal shows as well. */
export function tableOf(app: string, lines: readonly Line[]): string {
  const rows = [{ ...HEAD, app }, ...lines].map((line) => Object.values(line));
  const widths = Object.keys(HEAD).map((_key, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const drawn = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}
