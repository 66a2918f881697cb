const HIDDEN = '[hidden]';

const CREDENTIALS: readonly RegExp[] = [
  /\btoggl_sk_\w+/gi,
  /(?<=\b(?:Bearer|Basic)\s+)[\w+/=.~-]+/gi,
  /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*/g,
];

/**
 * Takes out of a text what may never be in a log: API keys, credentials of an Authorization header,
 * e-mail addresses, and the given secrets wherever they stand.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const longestFirst = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length);
  const withoutSecrets = longestFirst.reduce(
    (rest, secret) => rest.replaceAll(secret, HIDDEN),
    text,
  );
  return CREDENTIALS.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), withoutSecrets);
}
