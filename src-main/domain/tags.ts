import type { TagView } from '#contract';

/** By their ids alone: a name may be another one since. Undefined, the task's, is not the same as none. */
export function sameTags(
  a: readonly TagView[] | undefined,
  b: readonly TagView[] | undefined,
): boolean {
  return idsInOrder(a) === idsInOrder(b);
}

function idsInOrder(tags: readonly TagView[] | undefined): string | undefined {
  return (
    tags &&
    idsOf(tags)
      .toSorted((a, b) => a - b)
      .join()
  );
}

export function idsOf(tags: readonly TagView[]): readonly number[] {
  return tags.map(({ id }) => id);
}
