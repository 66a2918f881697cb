import type { EntryRow } from '../../src-main/demo/data/entry-table.ts';
import {
  createFocus,
  type ApiRequest,
  type ApiResponse,
} from '../../src-main/demo/focus-without-network.ts';
import { createListener, type Exchange } from '../../src-main/demo/http-listener.ts';
import { answer } from '../support/server/faults.ts';
import { onTheWire, withoutBody } from './on-the-wire.ts';
import type { History, Meets, WireFault } from './step.ts';

export type BrokenServer = {
  /** As the person's popup is told of it; the key is the one that is valid now. */
  readonly account: {
    readonly baseUrl: string;
    readonly organizationId: number;
    readonly workspaceId: number;
    readonly credential: { readonly kind: 'key'; readonly key: string };
  };
  /** Meets the next request of that kind. */
  meet(meets: Meets, fault: WireFault): void;
  offline(): Promise<void>;
  online(): Promise<void>;
  /** The key so far is worth nothing any more. */
  renewKey(): void;
  /** No more faults; what is still to be carried out will be. */
  heal(): Promise<void>;
  /** How many faults have met nothing yet. */
  waiting(): number;
  /** How many requests are still to be carried out. */
  late(): number;
  /** Milliseconds since an entry was last created by the app. */
  sinceCreation(): number;
  /** What stands in Toggl Focus: finished, and not deleted. */
  rows(): readonly EntryRow[];
  deleted(): readonly EntryRow[];
  /** A second computer of the same person asks, past all faults. Throws where it is refused. */
  elsewhere(method: string, path: string, body?: unknown): void;
  /** What went over the wire, and what became of it, one line each. */
  readonly wire: readonly string[];
  readonly requests: number;
  readonly faults: number;
  stop(): Promise<void>;
};

const PLACE = { organizationId: 7_001, workspaceId: 9_001 };
const OTHER = `toggl_sk_${'f'.repeat(32)}`;
const KEYS = Array.from({ length: 30 }, (_, at) => `toggl_sk_${String(at).padStart(32, '0')}`);

const isRead = ({ method }: ApiRequest): boolean => method === 'GET';
const isList = ({ url }: ApiRequest): boolean => /\/stream\b/.test(url);
/** Where nothing of Toggl's is read, an odd answer proves nothing. */
function fits({ meets, fault }: Queued, request: ApiRequest): boolean {
  if (fault.kind === 'empty') return isRead(request) && isList(request);
  if (meets === 'any') return true;
  return (meets === 'read') === isRead(request);
}

type Queued = { readonly meets: Meets; readonly fault: WireFault };

function shortly({ method, url, body }: ApiRequest): string {
  const path = url.replace(/^\/api\/organizations\/\d+\/workspaces\/\d+/, '').slice(0, 110);
  return `${method} ${path} ${body.slice(0, 300)}`.trim();
}

/** Toggl Focus with a bad network and odd people in between, as a history has drawn them. */
export async function createBrokenServer({
  bodies,
  wantsWords,
}: Pick<History, 'bodies' | 'wantsWords'>): Promise<BrokenServer> {
  const focus = createFocus({
    file: ':memory:',
    seed: 'tasks',
    keys: [...KEYS, OTHER],
    quota: 10_000,
    requiredFields: wantsWords ? ['description'] : [],
    ...PLACE,
  });
  const beganAt = performance.now();
  const wire: string[] = [];
  let queue: readonly Queued[] = [];
  let key = 0;
  let late = 0;
  let createdAt = -Infinity;
  let requests = 0;
  let faults = 0;

  function note(words: string): void {
    wire.push(`${((performance.now() - beganAt) / 1000).toFixed(2).padStart(7)} ${words}`);
  }

  function handle(request: ApiRequest): ApiResponse {
    const response = focus.handle(request);
    // Toggl's page shows a creation answered without a body.
    if (request.method === 'POST' && response.status < 300) createdAt = performance.now();
    const isPlain = bodies || request.method !== 'POST' || response.status !== 201;
    return isPlain ? response : withoutBody(response);
  }

  function take(request: ApiRequest): WireFault | undefined {
    const found = queue.find((queued) => fits(queued, request));
    queue = queue.filter((queued) => queued !== found);
    return found?.fault;
  }

  /** What the server makes of it, whoever hears of that. */
  function noted(exchange: Exchange, as: string): Exchange {
    return {
      ...exchange,
      apply() {
        const response = exchange.apply();
        note(
          `${as} carried out: ${response.status} ${isRead(exchange.request) ? '' : response.body.slice(0, 60)}`,
        );
        return response;
      },
    };
  }

  const listener = createListener({
    handle,
    intercept(exchange) {
      requests += 1;
      const { request } = exchange;
      const as = `#${requests}`;
      if (request.authorization !== `Bearer ${KEYS[key] ?? ''}`) {
        note(`${as} ${shortly(request)} | an old key`);
        answer(401)(exchange);
        return;
      }
      const fault = take(request);
      note(`${as} ${shortly(request)}${fault === undefined ? '' : ` | ${JSON.stringify(fault)}`}`);
      if (fault === undefined) {
        exchange.send(noted(exchange, as).apply());
        return;
      }
      faults += 1;
      const later = (ms: number, apply: () => void): void => {
        late += 1;
        setTimeout(() => {
          late -= 1;
          apply();
        }, ms);
      };
      onTheWire(fault, later)(noted(exchange, as));
    },
  });
  const port = await listener.open(0);
  let isOpen = true;

  async function online(): Promise<void> {
    if (!isOpen) await listener.open(port);
    isOpen = true;
  }

  const rows = (): readonly EntryRow[] => focus.entries();
  return {
    get account() {
      const credential = { kind: 'key' as const, key: KEYS[key] ?? '' };
      return { baseUrl: `http://127.0.0.1:${port}/api`, ...PLACE, credential };
    },
    meet(meets, fault) {
      queue = [...queue, { meets, fault }];
    },
    async offline() {
      if (isOpen) await listener.close();
      isOpen = false;
    },
    online,
    renewKey() {
      key += 1;
    },
    async heal() {
      queue = [];
      note('all is well again');
      await online();
    },
    waiting: () => queue.length,
    late: () => late,
    sinceCreation: () => performance.now() - createdAt,
    rows: () =>
      rows().filter(({ duration, deleted_at: gone }) => duration !== null && gone === null),
    deleted: () => rows().filter(({ deleted_at: gone }) => gone !== null),
    elsewhere(method, path, body) {
      const url = `/api/organizations/${PLACE.organizationId}/workspaces/${PLACE.workspaceId}/${path}`;
      const text = body === undefined ? '' : JSON.stringify(body);
      const request = { method, url, authorization: `Bearer ${OTHER}`, body: text };
      const response = focus.handle(request);
      note(`elsewhere ${shortly(request)}: ${response.status}`);
      if (response.status >= 300) throw new Error(`elsewhere: ${response.status} ${response.body}`);
    },
    wire,
    get requests() {
      return requests;
    },
    get faults() {
      return faults;
    },
    async stop() {
      if (isOpen) await listener.close();
      focus.close();
    },
  };
}
