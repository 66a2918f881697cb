import { formatWireTime } from '../api/rfc3339-time.ts';

/** JSON drops `undefined`, so what is not there is left out, as Toggl Focus mostly does. */
export type WireObject = Readonly<Record<string, unknown>>;

/** Whose everything is that this server holds. */
export type Identity = { readonly workspaceId: number; readonly userId: number };

export function optionalTime(at: number | null): string | undefined {
  return at === null ? undefined : formatWireTime(at);
}

export function optional<T>(value: T | null): T | undefined {
  return value ?? undefined;
}
