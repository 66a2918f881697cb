import type { FocusAccount, FocusApi } from '../../../app/ports/focus-api.ts';
import { workspaceNameAmongUsers } from '../wire/parse-workspace-name.ts';
import type { Routes } from './paging.ts';

/** No route tells a workspace's name but the one that lists who is in it: one person of it is enough. */
export function workspaceNameRoute(
  { send }: Pick<Routes, 'send'>,
  { organizationId, workspaceId }: Pick<FocusAccount, 'organizationId' | 'workspaceId'>,
): Pick<FocusApi, 'getWorkspaceName'> {
  return {
    getWorkspaceName: () =>
      send({
        method: 'GET',
        path: `/organizations/${organizationId}/users`,
        query: { workspaces: workspaceId, page: 1, per_page: 1 },
        answer: workspaceNameAmongUsers(workspaceId),
      }),
  };
}
