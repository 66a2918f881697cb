/**
 * `focus:<org>/<ws>`, `focus@<host>:<org>/<ws>` at another host than Toggl's, or `demo:<org>/<ws>`:
 * entries of one account never travel to another.
 */
export type AccountId = string & { readonly __account: true };
