import type { ConnectFocus } from '../../app/ports/focus-api.ts';
import type { Fetch } from './transport/fetch-port.ts';
import { createSend } from './request/request-with-timeout.ts';
import { createAuthorizedRequest } from './request/authorized-request.ts';
import { createReadBatches, createReadList } from './list/read-list.ts';
import { entryBatchRoute, entryRoutes } from './routes/entry-routes.ts';
import { taskEntryRoutes } from './routes/task-entry-routes.ts';
import { workspaceRoutes } from './routes/task-settings-and-plan-routes.ts';
import { readTags } from './routes/tags-route.ts';
import { workspaceNameRoute } from './routes/workspace-name-route.ts';
import { type FocusLimits, FOCUS_LIMITS } from './timeouts-and-size-limits.ts';

export type ConnectFocusOptions = {
  readonly fetch: Fetch;
  readonly limits?:
    { readonly [Kind in keyof FocusLimits]?: Partial<FocusLimits[Kind]> } | undefined;
};

/** The HTTP client of Toggl Focus. Every failure is a value; see `FocusError`. */
export function createConnectFocus({ fetch, limits = {} }: ConnectFocusOptions): ConnectFocus {
  return (account) => {
    const authorized = createAuthorizedRequest(fetch, account);
    const send = createSend(authorized, { ...FOCUS_LIMITS.small, ...limits.small });
    const readPage = createReadList(authorized, { ...FOCUS_LIMITS.page, ...limits.page });
    const readStream = createReadList(authorized, { ...FOCUS_LIMITS.stream, ...limits.stream });
    const readBatches = createReadBatches(authorized, {
      ...FOCUS_LIMITS.batches,
      ...limits.batches,
    });
    const { organizationId, workspaceId } = account;
    const workspace = `/organizations/${organizationId}/workspaces/${workspaceId}`;
    const routes = { send, readPage, readStream };
    return {
      ...taskEntryRoutes(routes, workspace),
      ...entryRoutes(routes, workspace),
      ...entryBatchRoute(readBatches, workspace),
      ...workspaceRoutes(routes, workspace),
      ...workspaceNameRoute(routes, account),
      listTags: () => readTags(readPage, workspaceId),
    };
  };
}
