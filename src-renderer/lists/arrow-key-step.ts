type Press = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => Math.min(index + 1, last),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Where the focus goes in a row of `count` things; undefined where the key means something else. */
export function stepAlong(press: Press, index: number, count: number): number | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined;
  return steps[press.key]?.(index, count - 1);
}
