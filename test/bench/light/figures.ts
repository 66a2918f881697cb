/** From the click on the icon, in milliseconds. */
export type Opening = {
  readonly mappedMs: number;
  /** Until the first picture that shows more than an empty window. */
  readonly contentMs: number;
};

/** All processes of the app together. */
export type Memory = {
  /** Proportional set size: a page that several processes share counts in parts. */
  readonly pssMiB: number;
  readonly processes: number;
};

/** What an app did in a stretch of time in which nobody touched it. */
export type Effort = {
  readonly cpuMs: number;
  /** How often one of its threads went to sleep: as often was one woken. */
  readonly switches: number;
};

/** What one round says of one app; what was left out of it is undefined. */
export type Figures = {
  readonly startMs?: number;
  readonly first?: Opening;
  readonly warm?: readonly Opening[];
  readonly atRest?: Memory;
  readonly open?: Memory;
  /** After the popup was closed for as long as the app keeps it. */
  readonly afterClose?: Memory;
  readonly rest?: Effort;
  readonly restRunning?: Effort;
};
