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
    return cleanObject(value as Readonly<Record<string, unknown>>);
  }
  /** Itself where nothing in it had to be taken out, as in nearly all of a long list. */
  function cleanObject(value: Readonly<Record<string, unknown>>): unknown {
    let cleaned: Record<string, unknown> | undefined;
    for (const field of Object.keys(value)) {
      const inner = value[field];
      const rest = clean(inner, field);
      if (rest === inner) continue;
      cleaned ??= { ...value };
      cleaned[field] = rest;
    }
    return cleaned ?? value;
  }
  function cleanText(text: string, name: string): string | undefined {
    const rest = hide(text);
    return rest !== text && name === 'description' ? undefined : rest;
  }
  return <T>(read: T) => clean(read, '') as T;
}
