import type { SecretFilter } from '../../../domain/account/hide-secret.ts';

export type WithoutSecret = <T>(read: T) => T;

/**
 * Takes a secret out of all texts of a value that was read. A description that holds it counts as
 * absent: in other words it might be sent back.
 */
export function createWithoutSecret(hide: SecretFilter): WithoutSecret {
  function clean(value: unknown, name: string): unknown {
    if (typeof value === 'string') return cleanText(value, name);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => clean(item, name));
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [field, clean(inner, field)]),
    );
  }
  function cleanText(text: string, name: string): string | undefined {
    const rest = hide(text);
    return rest !== text && name === 'description' ? undefined : rest;
  }
  return <T>(read: T) => clean(read, '') as T;
}
