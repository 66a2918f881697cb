import { randomUUID } from 'node:crypto';
import { ApiError, forbidden, notFound } from './api/api-error.ts';
import { createCatalogue } from './data/tasks-and-projects.ts';
import { inTransaction, openDatabase, type Database } from './data/database.ts';
import { createEntries } from './data/change-entries.ts';
import { createEntryRules, type RequiredField } from './data/what-workspace-demands.ts';
import { createEntryTable, type EntryRow } from './data/entry-table.ts';
import { createJournal, type Journal } from './data/request-journal.ts';
import { createQuota, type QuotaState } from './data/hourly-quota.ts';
import { createRouter, type Reply, type Router } from './api/router.ts';
import { bulkEntryRoutes } from './routes/bulk-entries.ts';
import { catalogueRoutes } from './routes/tasks-projects-settings.ts';
import { rangeEntryRoutes } from './routes/range-entries.ts';
import type { Services } from './routes/services.ts';
import { singleEntryRoutes } from './routes/single-entries.ts';
import { taskEntryRoutes } from './routes/task-entries.ts';
import { timeBlockRoutes } from './routes/time-blocks.ts';
import { trackingRoutes } from './routes/tracking.ts';
import { plantSeed, type Seed } from './seed/seed.ts';
import { createTimeBlockTable } from './data/time-block-table.ts';
import { DEFAULT_SETTINGS, type UserSettings } from './data/user-settings.ts';
import { createWire } from './wire/entry-and-block-json.ts';

export type ApiRequest = {
  readonly method: string;
  /** From `/api` on, with the query. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
};

export type ApiResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for 204. */
  readonly body: string;
};

export type FocusOptions = {
  /** The server's own SQLite file, or `:memory:`. */
  readonly file: string;
  /** API keys that are let in with `Authorization: Bearer`. */
  readonly keys: readonly string[];
  /** Let in with Basic, beside the keys. */
  readonly login?: { readonly email: string; readonly password: string } | undefined;
  readonly organizationId: number;
  readonly workspaceId: number;
  /** Requests an hour. */
  readonly quota?: number | undefined;
  /** Fields without which the workspace takes no entry (422). */
  readonly requiredFields?: readonly RequiredField[] | undefined;
  /** Of the user. Left out: weeks begin on Monday, a day has 24 hours, months come first. */
  readonly settings?: Partial<UserSettings> | undefined;
  /** What a new file is filled with. Left out: everything. */
  readonly seed?: Seed | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Hears of errors that are this server's own fault (500). */
  readonly onError?: ((error: unknown) => void) | undefined;
};

export type Focus = {
  /** The refusal of a request without a key, which needs nothing but this header; undefined for the others. */
  admit(authorization: string | undefined): ApiResponse | undefined;
  /** One request, carried out and written into the journal. Never throws. */
  handle(request: ApiRequest): ApiResponse;
  readonly journal: Journal;
  /** Every time entry in the table, deleted ones too. */
  entries(): readonly EntryRow[];
  readonly database: Database;
  close(): void;
};

const USER_ID = 8_200_441;
const GENEROUS = 600;
const PREFIX = '/api';

function authorizationsOf({ keys, login }: FocusOptions): ReadonlySet<string> {
  const bearers = keys.map((key) => `Bearer ${key}`);
  if (login === undefined) return new Set(bearers);
  const basic = Buffer.from(`${login.email}:${login.password}`).toString('base64');
  return new Set([...bearers, `Basic ${basic}`]);
}

const unauthorized = new ApiError(401, 'invalid_session', 'the provided API key is invalid');
const quotaSpent = () =>
  new ApiError(
    402,
    'quota_exceeded',
    'the request quota of this hour is spent, wait for the reset',
  );

function refusalOf(error: ApiError): Reply {
  return {
    status: error.status,
    body: {
      error: error.code,
      error_description: error.message,
      error_values: error.values,
      trace_id: randomUUID().replaceAll('-', ''),
    },
  };
}

function createServices(database: Database, options: FocusOptions): Services {
  const catalogue = createCatalogue(database);
  const table = createEntryTable(database);
  const { workspaceId, requiredFields = [], settings } = options;
  return {
    timeBlocks: createTimeBlockTable(database),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    catalogue,
    table,
    entries: createEntries(table, createEntryRules({ catalogue, userId: USER_ID, requiredFields })),
    wire: createWire({ workspaceId, userId: USER_ID }, catalogue),
    workspaceId,
  };
}

function createFocusRouter(services: Services, options: FocusOptions): Router {
  const { organizationId, workspaceId } = options;
  const routes = [
    ...taskEntryRoutes(services),
    ...rangeEntryRoutes(services),
    ...bulkEntryRoutes(services),
    ...singleEntryRoutes(services),
    ...trackingRoutes(services),
    ...timeBlockRoutes(services),
    ...catalogueRoutes(services),
  ];
  return createRouter(routes, (parameters) => {
    if ((parameters.get('organization_id') ?? organizationId) !== organizationId) {
      throw forbidden('user has no access to this organization');
    }
    if ((parameters.get('workspace_id') ?? workspaceId) !== workspaceId) {
      throw notFound('workspace not found');
    }
  });
}

function responseOf({ status, body }: Reply, { remaining, resetsIn }: QuotaState): ApiResponse {
  const headers = {
    'X-Toggl-Quota-Remaining': String(remaining),
    'X-Toggl-Quota-Resets-In': String(resetsIn),
  };
  return body === undefined
    ? { status, headers, body: '' }
    : {
        status,
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      };
}

/** Toggl Focus without a network: requests in, responses out. Throws only where the file cannot be opened. */
export function createFocus(options: FocusOptions): Focus {
  const { seed = 'everything', now = Date.now } = options;
  const database = openDatabase(options.file, (fresh) => plantSeed(fresh, seed, now()));
  const services = createServices(database, options);
  const journal = createJournal(database);
  const quota = createQuota(options.quota ?? GENEROUS);
  const authorizations = authorizationsOf(options);
  const router = createFocusRouter(services, options);

  function answer(request: ApiRequest, at: number): Reply {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (!quota.spend(at)) throw quotaSpent();
    if (!pathname.startsWith(`${PREFIX}/`)) throw notFound('route not found');
    const { method, body } = request;
    const path = pathname.slice(PREFIX.length);
    return inTransaction(database, () =>
      router.answer({ method, path, query: searchParams, body, now: at }),
    );
  }

  function answerOrRefuse(request: ApiRequest, at: number): Reply {
    try {
      return answer(request, at);
    } catch (error) {
      if (error instanceof ApiError) return refusalOf(error);
      options.onError?.(error);
      return refusalOf(new ApiError(500, 'internal', 'Internal Server Error'));
    }
  }

  function admit(authorization = ''): ApiResponse | undefined {
    if (authorizations.has(authorization)) return undefined;
    return responseOf(refusalOf(unauthorized), quota.state(now()));
  }

  return {
    admit,
    handle(request) {
      const refused = admit(request.authorization);
      if (refused !== undefined) return refused;
      const at = now();
      const reply = answerOrRefuse(request, at);
      const { method, url, body } = request;
      journal.add({ at, method, path: url, status: reply.status, body });
      return responseOf(reply, quota.state(at));
    },
    journal,
    entries: () => services.table.all(),
    database,
    close: () => database.close(),
  };
}
