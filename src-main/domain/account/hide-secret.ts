import type { Credential } from '#contract';

const HIDDEN = '[hidden]';

/** Toggl's mark on each key, which somebody may leave out. */
const PREFIX = /^toggl_sk_/i;
/** So long a text stands nowhere by chance, whatever stands between its characters. */
const UNMISTAKABLE = 16;
/** Shorter, its base64 is short enough to be a word. */
const LONG_ENOUGH_TO_ENCODE = 6;
const NEVER = '(?!)';

export type SecretFilter = (text: string) => string;

/**
 * Takes a credential out of a text in every form in which a server, a proxy or an error may show it: as
 * it is, in other case, without its prefix, in a URL, escaped for JSON, JavaScript or HTML, in hexadecimal,
 * in base64 (and within a longer one), and a long one also with spaces, quotes or line ends in between.
 * The time is linear in the text, which may be somebody's who knows the secret.
 */
export function createSecretFilter(credential: Credential): SecretFilter {
  return filterOf(secretsOf(credential));
}

/**
 * The same for texts that are somebody's work: only what stands nowhere by chance is taken out, neither
 * the address that one writes to nor a password that is a word.
 */
export function createUnmistakableFilter(credential: Credential): SecretFilter {
  return filterOf(secretsOf(credential).filter(isUnmistakable));
}

function isUnmistakable(secret: string): boolean {
  const isPair = secret.includes('@') && secret.includes(':');
  return PREFIX.test(secret) || isPair || (secret.length >= UNMISTAKABLE && !secret.includes('@'));
}

function filterOf(secrets: readonly string[]): SecretFilter {
  // The longest first, so that none hides half of another. An empty list is to match nothing.
  const plain = secrets.toSorted((a, b) => b.length - a.length).map(plainForm);
  const asItIs = new RegExp([...plain, NEVER].join('|'), 'gi');
  const encoded = secrets.filter(({ length }) => length >= LONG_ENOUGH_TO_ENCODE);
  const hexadecimal = encoded.map((secret) => Buffer.from(secret, 'utf8').toString('hex'));
  const base64 = encoded.flatMap(base64Forms);
  const isEncoded = (run: string): boolean =>
    hexadecimal.some((form) => run.toLowerCase().includes(form)) ||
    base64.some((form) => run.replaceAll('-', '+').replaceAll('_', '/').includes(form));
  // Most texts are names, and shorter than any form of a key.
  const shortest = Math.min(...[...secrets, ...hexadecimal, ...base64].map(({ length }) => length));
  return (text) => {
    if (text.length < shortest) return text;
    const decoded = text.replace(/[\w+/-]+=*/g, (run) => (isEncoded(run) ? HIDDEN : run));
    return decoded.replace(asItIs, HIDDEN);
  };
}

function secretsOf(credential: Credential): readonly string[] {
  const all =
    credential.kind === 'key'
      ? [credential.key, credential.key.replace(PREFIX, '')]
      : [`${credential.email}:${credential.password}`, credential.password, credential.email];
  return [...new Set(all)].filter((secret) => secret !== '');
}

function plainForm(secret: string): string {
  const between = secret.length < UNMISTAKABLE ? '' : gapsIn(secret);
  return Array.from(secret, characterForm).join(between);
}

/** What may stand between two characters: nothing that could be one of them, or there were countless ways to read a text. */
function gapsIn(secret: string): string {
  const gaps = Array.from(` \t\r\n"'\`+,`).filter((gap) => !secret.includes(gap));
  return `[${gaps.join('')}]{0,8}`;
}

/** A character as it is and as it may be escaped; a lone surrogate is U+FFFD once it was on the wire. */
function characterForm(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')].map((byte) => `%${hex(byte, 2)}`).join('');
  const units = character.split('').map((unit) => unit.charCodeAt(0));
  const inJson = units.map((unit) => `\\\\{1,4}u${hex(unit, 4)}`).join('');
  const point = Number(character.codePointAt(0));
  const inHtml = [`&#0{0,6}${point};`, `&#x0{0,6}${hex(point, 1)};`];
  const ways = [`\\\\{0,4}${literal(character)}`, bytes, inJson, ...inHtml];
  if (point < 0x100) ways.push(`\\\\{1,4}x${hex(point, 2)}`);
  return `(?:${ways.join('|')})`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The parts of its base64 that do not depend on what stands around it, for each place where it may begin. */
function base64Forms(secret: string): readonly string[] {
  return [secret, secret.toUpperCase(), secret.toLowerCase()].flatMap((text) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.from(' '.repeat(before) + text, 'utf8').toString('base64');
      return whole.slice(before === 0 ? 0 : 4).replace(/.{4}$/, '');
    }),
  );
}
