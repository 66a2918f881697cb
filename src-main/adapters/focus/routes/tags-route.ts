import type { FocusApi } from '../../../app/ports/focus-api.ts';
import { tag } from '../wire/parse-task-project-settings.ts';
import type { Routes } from './paging.ts';

/** Asked for under the workspace alone: with the organization before it, the route is not there. */
export function readTags(
  readPage: Routes['readPage'],
  workspaceId: number,
): ReturnType<FocusApi['listTags']> {
  return readPage({
    method: 'GET',
    path: `/workspaces/${workspaceId}/tags`,
    query: { page: 1, per_page: 100, order_by: 'name' },
    item: tag,
  });
}
