/** `O` of the API: what belongs to one workspace of one organization. */
const WORKSPACE = '/organizations/{organization_id}/workspaces/{workspace_id}';

export const SETTINGS = '/users/me/settings';
export const USERS = '/organizations/{organization_id}/users';
/** Without the organization, as `W` of the API. */
export const TAGS = '/workspaces/{workspace_id}/tags';
export const PROJECTS = `${WORKSPACE}/projects`;
export const TASKS = `${WORKSPACE}/tasks`;
export const TASK = `${TASKS}/{task_id}`;
export const TASK_ENTRIES = `${TASK}/time-entries`;
export const TASK_ENTRY = `${TASK_ENTRIES}/{time_entry_id}`;
export const ENTRIES = `${WORKSPACE}/time-entries`;
export const ENTRY = `${ENTRIES}/{time_entry_id}`;
export const TRACKING = `${WORKSPACE}/tracking`;
export const TIME_BLOCKS = `${WORKSPACE}/time-blocks`;
export const TASK_TIME_BLOCKS = `${TASK}/time-blocks`;
