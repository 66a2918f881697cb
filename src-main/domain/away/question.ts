import type { Instant, WhyAsked } from '#contract';
import type { OccupiedSpan } from '../day/occupied-span.ts';

/** A stretch that somebody has to decide about; it stands on disk until then. */
export type Stretch = {
  readonly why: WhyAsked;
  readonly fromAt: Instant;
  /** Before `fromAt` where the clock was set back. */
  readonly toAt: Instant;
};

export type AwayQuestion = Stretch & {
  readonly id: string;
  /** The session that ran, which becomes the entry of the same id. */
  readonly workId: string;
};

export function isSetBack({ fromAt, toAt }: Stretch): boolean {
  return toAt < fromAt;
}

/** Whether anything of the stretch is in that span; of a clock that was set back, all of it is. */
export function concerns(stretch: Stretch, { startAt, endAt, isRunning }: OccupiedSpan): boolean {
  if (isSetBack(stretch)) return true;
  return stretch.toAt > startAt && (isRunning || stretch.fromAt < endAt);
}

/**
 * The questions after an edit: each stays with its own work or goes to a part that was cut off it; one whose time a
 * person has taken out of all work is answered by that.
 */
export function relinked(
  questions: readonly AwayQuestion[],
  workOf: (id: string) => OccupiedSpan | undefined,
  touched: readonly OccupiedSpan[],
): readonly AwayQuestion[] {
  return questions.flatMap((question) => {
    const own = workOf(question.workId);
    if (own !== undefined && concerns(question, own)) return [question];
    const other = touched.find((span) => concerns(question, span));
    return other === undefined ? [] : [{ ...question, workId: other.id }];
  });
}

/** Questions before and after a step, where it changed any. */
export type QuestionsImage = {
  readonly before: readonly AwayQuestion[];
  readonly after: readonly AwayQuestion[];
};

/** As they are without the step; what came up since stays. */
export function questionsBack(
  current: readonly AwayQuestion[],
  { before, after }: QuestionsImage,
): readonly AwayQuestion[] {
  const known = new Set([...before, ...after].map(({ id }) => id));
  return [...before, ...current.filter(({ id }) => !known.has(id))];
}
