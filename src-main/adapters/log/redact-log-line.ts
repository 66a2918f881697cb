const HIDDEN = '[hidden]';

/** `toggl_sk_` in base64, for each of the three places where it may begin. */
const KEY_IN_BASE64 = /[\w+/-]*(?:dG9nZ2xfc2tf|RvZ2dsX3NrX|0b2dnbF9za1)[\w+/=-]*/g;

const CREDENTIALS: readonly RegExp[] = [
  KEY_IN_BASE64,
  /\btoggl_sk_\w+/gi,
  /(?<=\b(?:Bearer|Basic)\s+)[\w+/=.~-]+/gi,
  /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*/g,
];

/**
 * Takes out of a text what may never be in a log and is known by its shape: API keys, also in base64,
 * credentials of an Authorization header, and e-mail addresses.
 */
export function redact(text: string): string {
  return CREDENTIALS.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), text);
}
