import type { WireObject } from './wire-object.ts';

const NAME = 'Engineering, Northwind';
const SINCE = '2026-01-05T08:00:00Z';

/** The one person of the one workspace, as an organization lists those who are in it. */
export function userJson(of: {
  readonly organizationId: number;
  readonly workspaceId: number;
}): WireObject {
  return {
    id: 1,
    user_id: 'robin',
    user_account_id: 1,
    organization_id: of.organizationId,
    name: 'Robin',
    email: 'robin@example.com',
    '2fa_enabled': false,
    account_locked_at: '',
    active: true,
    admin: true,
    can_edit_personal_details: true,
    created_at: SINCE,
    updated_at: SINCE,
    deleted_at: '',
    groups: [],
    invite_sent: false,
    joined: true,
    owner: true,
    permissions: {},
    rate: {
      currency: 'EUR',
      hourly_rate: 0,
      start_at: SINCE,
      end_at: '',
      workspace_id: of.workspaceId,
      workspace_rate_id: 1,
      workspace_user_rate_id: 1,
    },
    tags: [],
    working_hours: 40,
    workspaces: [workspaceJson(of.workspaceId)],
  };
}

function workspaceJson(id: number): WireObject {
  return {
    id,
    name: NAME,
    workspace_user_id: 1,
    focus_role_id: 1,
    track_role_id: 1,
    work_role_id: 1,
    groups: [],
    toggl_products: ['focus'],
  };
}
