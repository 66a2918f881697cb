import { z } from 'zod';
import type { Credential } from '#contract';

/** One line, as keychain programs show and edit a password: an API key as it is, a pair as JSON. */
export function encodeSecret(credential: Credential): string {
  if (credential.kind === 'key') return credential.key;
  return JSON.stringify({ email: credential.email, password: credential.password });
}

const pair = z.strictObject({ email: z.string().min(1), password: z.string().min(1) });

/** Undefined for a text that Stint did not write. A key has no white space and no `{` at its start. */
export function decodeSecret(text: string): Credential | undefined {
  if (/^[\x21-\x7a\x7c-\x7e][\x21-\x7e]*$/.test(text)) return { kind: 'key', key: text };
  try {
    const read = pair.safeParse(JSON.parse(text));
    return read.success ? { kind: 'password', ...read.data } : undefined;
  } catch {
    return undefined;
  }
}
