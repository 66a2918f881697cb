import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const PARTS = ['use', 'open', 'rest'] as const;

export type Options = {
  /** Of which the medians are taken. */
  readonly rounds: number;
  readonly restMs: number;
  /** Before memory is read. */
  readonly settleMs: number;
  /** Both halves where it is undefined. */
  readonly only: (typeof PARTS)[number] | undefined;
  /** Other built checkouts, measured as well. */
  readonly checkouts: readonly string[];
  readonly json: boolean;
};

/** Throws with words for the person who typed them. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      rest: { type: 'string', default: '60' },
      settle: { type: 'string', default: '10' },
      only: { type: 'string' },
      app: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const only = PARTS.find((part) => part === values.only);
  if (values.only !== undefined && only === undefined) {
    throw new Error(`--only ${values.only}: it is one of ${PARTS.join(', ')}`);
  }
  return {
    rounds: numberOf('rounds', values.rounds),
    restMs: numberOf('rest', values.rest) * 1000,
    settleMs: numberOf('settle', values.settle) * 1000,
    only,
    checkouts: values.app.map((folder) => resolve(folder)),
    json: values.json,
  };
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`--${name} ${text}: it is a number above zero`);
}
