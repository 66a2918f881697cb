import type { Seconds } from '#contract';
import type { ConnectFocus } from '../../app/focus-api.ts';
import type { Fetch } from './fetch-port.ts';
import { createSend, type FocusLimits } from './http.ts';
import { createLine } from './line.ts';
import { createReadList } from './read-list.ts';
import { entryBatchRoute, entryRoutes } from './routes-entries.ts';
import { taskEntryRoutes } from './routes-task-entries.ts';
import { workspaceRoutes } from './routes-workspace.ts';

const MEGABYTE = 1024 * 1024;

/** A page of a hundred tasks with long notes passes a megabyte; a stream is a whole workspace. */
const FOCUS_LIMITS: FocusLimits = {
  small: { timeout: 30 as Seconds, maxBytes: 8 * MEGABYTE },
  stream: { timeout: 30 as Seconds, maxBytes: 64 * MEGABYTE },
};

export type ConnectFocusOptions = {
  readonly fetch: Fetch;
  readonly limits?: Partial<FocusLimits> | undefined;
};

/** The HTTP client of Toggl Focus. Every failure is a value; see `FocusError`. */
export function createConnectFocus({ fetch, limits }: ConnectFocusOptions): ConnectFocus {
  return (account) => {
    const line = createLine(fetch, account);
    const inForce = { ...FOCUS_LIMITS, ...limits };
    const send = createSend(line, inForce);
    const readList = createReadList(line, inForce.stream);
    const { organizationId, workspaceId } = account;
    const workspace = `/organizations/${organizationId}/workspaces/${workspaceId}`;
    return {
      ...taskEntryRoutes(send, workspace),
      ...entryRoutes(send, workspace),
      ...entryBatchRoute(readList, workspace),
      ...workspaceRoutes(send, workspace),
    };
  };
}
