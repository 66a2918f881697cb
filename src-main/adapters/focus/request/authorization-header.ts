import type { Credential } from '#contract';
import {
  createSecretFilter,
  createUnmistakableFilter,
  type SecretFilter,
} from '../../../domain/account/hide-secret.ts';
import { createWithoutSecret, type WithoutSecret } from './hide-secret-in-answer.ts';

export type Authorization = {
  /** Value of the `Authorization` header, or undefined where no header can carry the key. */
  readonly header: string | undefined;
  /** Takes every form of the credential out of a text, for servers that echo what they were sent. */
  readonly redact: SecretFilter;
  /** What was read of an answer of success, without the credential in any of its texts. */
  readonly withoutSecret: WithoutSecret;
};

/**
 * Bearer for an API key, Basic (UTF-8, RFC 7617) for e-mail and password.
 * Source: the authentication page of Toggl Focus; Basic as in the samples of the time-entries page.
 */
export function authorize(credential: Credential): Authorization {
  const value =
    credential.kind === 'key'
      ? credential.key
      : Buffer.from(`${credential.email}:${credential.password}`, 'utf8').toString('base64');
  const scheme = credential.kind === 'key' ? 'Bearer' : 'Basic';
  return {
    header: /^[\x21-\x7e]+$/.test(value) ? `${scheme} ${value}` : undefined,
    redact: createSecretFilter(credential),
    withoutSecret: createWithoutSecret(createUnmistakableFilter(credential)),
  };
}
