import type { ServerResponse } from 'node:http';
import type {
  FocusAnswer,
  FocusEntry,
  ListFacts,
} from '../../../../src-main/domain/focus-types.ts';
import { at, seconds } from '../../../support/values.ts';
import { openWireServer, type Respond, type WireServer } from '../wire-server.ts';

export const range = { fromAt: at('00:00'), toAt: at('23:59') };
export const MEGABYTE = 1024 * 1024;

export type Reading = {
  readonly answer: FocusAnswer<ListFacts & { readonly count: number }>;
  /** Each batch as its ids. */
  readonly batches: readonly (readonly number[])[];
};

export type Sink = {
  readonly onBatch?: (entries: readonly FocusEntry[]) => void;
  readonly signal?: AbortSignal;
};

export async function readFrom(server: WireServer, sink: Sink = {}, stall = 30): Promise<Reading> {
  const { onBatch, signal = new AbortController().signal } = sink;
  const batches: number[][] = [];
  const limits = { batches: { timeout: seconds(stall) } };
  const answer = await server.client({}, limits).streamEntriesInBatches(range, {
    signal,
    onBatch(entries) {
      batches.push(entries.map(({ id }) => id));
      onBatch?.(entries);
    },
  });
  return { answer, batches };
}

export async function reading(respond: Respond, sink?: Sink): Promise<Reading> {
  return readFrom(await openWireServer(respond), sink);
}

export const wire = (id: number, fields: object = {}) =>
  JSON.stringify({ id, type: 'activity', start: '2026-11-24T08:00:00Z', duration: 90, ...fields });

export const listOf = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => wire(index + 1)).join(',')}]`;

/** The head and the first words of an answer that goes on. */
export function begin(response: ServerResponse, words: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write(words);
}
