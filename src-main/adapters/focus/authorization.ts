import type { Credential } from '#contract';

export type Authorization = {
  /** Value of the `Authorization` header, or undefined where no header can carry the key. */
  readonly header: string | undefined;
  /** Takes every form of the credential out of a text, for servers that echo what they were sent. */
  redact(text: string): string;
};

const HIDDEN = '[hidden]';

/**
 * Bearer for an API key, Basic (UTF-8, RFC 7617) for e-mail and password.
 * Source: the authentication page of Toggl Focus; Basic as in the samples of the time-entries page.
 */
export function authorize(credential: Credential): Authorization {
  const value =
    credential.kind === 'key'
      ? credential.key
      : base64(`${credential.email}:${credential.password}`);
  const scheme = credential.kind === 'key' ? 'Bearer' : 'Basic';
  const secrets = formsOf([
    value,
    ...(credential.kind === 'key' ? [] : [credential.password, credential.email]),
  ]);
  return {
    header: /^[\x21-\x7e]+$/.test(value) ? `${scheme} ${value}` : undefined,
    redact: (text) => secrets.reduce((safe, secret) => safe.replaceAll(secret, HIDDEN), text),
  };
}

/** Lone surrogates, which encodeURIComponent throws on, become U+FFFD as they do on the wire. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** Each secret as it is, in a URL, and in a JSON string; the longest first, so that none hides half of another. */
function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(wellFormed(secret)),
    JSON.stringify(secret).slice(1, -1),
  ]);
  return [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
}
