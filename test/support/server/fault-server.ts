import type { EntryRow } from '../../../src-main/demo/data/entry-table.ts';
import {
  createFocus,
  type ApiRequest,
  type FocusOptions,
} from '../../../src-main/demo/focus-without-network.ts';
import { createListener } from '../../../src-main/demo/http-listener.ts';
import type { JournalEntry } from '../../../src-main/demo/data/request-journal.ts';
import type { Fault } from './faults.ts';

export type Arrival = {
  readonly method: string;
  /** Within the API and without the query, `/users/me/settings`; the workspace prefix reads `O`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
};

export type Matches = (arrival: Arrival) => boolean;

export type Faults = {
  /** One for each of the next requests, in this order; then all is well again. */
  next(...faults: readonly Fault[]): void;
  /** For every request that matches, until the returned function is called. `next` goes first, the latest `when` wins. */
  when(matches: Matches, fault: Fault): () => void;
  clear(): void;
};

export type FaultServer = {
  /** What `ConnectFocus` takes. The address stays the same over `down` and `up`. */
  readonly account: {
    readonly baseUrl: string;
    readonly organizationId: number;
    readonly workspaceId: number;
    readonly credential: { readonly kind: 'key'; readonly key: string };
  };
  readonly faults: Faults;
  /** From now on connections are refused; those there are end. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Every request that reached the wire, in order, whatever became of it. */
  requests(): readonly Arrival[];
  /** How many of them had this method and path: `count('POST', 'O/time-entries/bulk')`. Digits in place of `*` match. */
  count(method: string, path: string): number;
  forgetRequests(): void;
  /** What the server holds, deleted entries too, by id. */
  entries(): readonly EntryRow[];
  /** Requests that were carried out, with their status. */
  journal(): readonly JournalEntry[];
  /** As if somebody changed the entry in Toggl Focus, whether the server is up or down. */
  changeEntry(id: number, change: { readonly description: string; readonly seconds: number }): void;
  /** As if somebody deleted the task in Toggl Focus: entries on it are refused from then on. */
  deleteTask(taskId: number): void;
  stop(): Promise<void>;
};

export type FaultServerOptions = Partial<FocusOptions> & { readonly port?: number };

/** Tasks of the catalogue that tests may name. */
export const TASK_A = { id: 650_001, name: 'Review pull requests' } as const;
export const TASK_B = { id: 650_010, name: 'Migration dry run' } as const;

const KEY = `toggl_sk_${'0123456789abcdef'.repeat(2)}`;

function arrivalOf({ method, url, body }: ApiRequest): Arrival {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const path = pathname
    .replace(/^\/api/, '')
    .replace(/^\/organizations\/\d+\/workspaces\/\d+/, 'O');
  return { method, path, query: searchParams, body };
}

function createFaults(): Faults & { readonly take: (arrival: Arrival) => Fault | undefined } {
  let queue: readonly Fault[] = [];
  let standing: readonly { readonly matches: Matches; readonly fault: Fault }[] = [];
  return {
    next(...faults) {
      queue = [...queue, ...faults];
    },
    when(matches, fault) {
      const rule = { matches, fault };
      standing = [rule, ...standing];
      return () => {
        standing = standing.filter((other) => other !== rule);
      };
    },
    clear() {
      queue = [];
      standing = [];
    },
    take(arrival) {
      const [first, ...rest] = queue;
      queue = rest;
      return first ?? standing.find(({ matches }) => matches(arrival))?.fault;
    },
  };
}

/**
 * The embedded Toggl Focus with a bad network in front of it. Without options: in memory, forty tasks,
 * no entries, one key, 600 requests an hour. Call `stop` when the test is over.
 *
 *     const server = await createFaultServer();
 *     server.faults.next(applyThenDrop);
 *     server.faults.when(({ method }) => method === 'GET', answer(503));
 */
export async function createFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const { port: wantedPort = 0, ...given } = options;
  const key = given.keys?.[0] ?? KEY;
  const place = { organizationId: 7_001, workspaceId: 9_001 };
  const focus = createFocus({ file: ':memory:', seed: 'tasks', keys: [key], ...place, ...given });
  const { take, ...faults } = createFaults();
  let arrivals: readonly Arrival[] = [];

  const listener = createListener({
    handle: (request) => focus.handle(request),
    intercept(exchange) {
      const arrival = arrivalOf(exchange.request);
      arrivals = [...arrivals, arrival];
      const fault = take(arrival);
      if (fault === undefined) {
        exchange.send(exchange.apply());
      } else {
        fault(exchange);
      }
    },
  });
  const port = await listener.open(wantedPort);

  return {
    account: {
      baseUrl: `http://127.0.0.1:${port}/api`,
      organizationId: given.organizationId ?? place.organizationId,
      workspaceId: given.workspaceId ?? place.workspaceId,
      credential: { kind: 'key', key },
    },
    faults,
    down: () => listener.close(),
    async up() {
      await listener.open(port);
    },
    requests: () => arrivals,
    count(method, path) {
      const pattern = new RegExp(`^${path.replaceAll('*', '\\d+')}$`);
      return arrivals.filter((one) => one.method === method && pattern.test(one.path)).length;
    },
    forgetRequests() {
      arrivals = [];
    },
    entries: () => focus.entries(),
    journal: () => focus.journal.read(),
    changeEntry(id, { description, seconds }) {
      focus.database
        .prepare('UPDATE entries SET description = ?, duration = ? WHERE id = ?')
        .run(description, seconds, id);
    },
    deleteTask(taskId) {
      focus.database.prepare('UPDATE tasks SET deleted_at = updated_at WHERE id = ?').run(taskId);
    },
    async stop() {
      await listener.close();
      focus.close();
    },
  };
}
