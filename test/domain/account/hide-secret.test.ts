import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSecretFilter,
  createUnmistakableFilter,
} from '../../../src-main/domain/account/hide-secret.ts';

const DIGITS = '00112233445566778899aabbccddeeff';
const KEY = `toggl_sk_${DIGITS}`;
const EMAIL = 'ada@example.com';
const PASSWORD = 'correct/hörse"💡 staple';
const hide = (text: string) => createSecretFilter({ kind: 'key', key: KEY })(text);
const hidePassword = (password: string, text: string, email = EMAIL) =>
  createSecretFilter({ kind: 'password', email, password })(text);
const hidePair = (text: string) => hidePassword(PASSWORD, text);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const escaped = (text: string, escape: (code: number) => string) =>
  text
    .split('')
    .map((unit) => escape(unit.charCodeAt(0)))
    .join('');
const fourDigits = (code: number) => code.toString(16).padStart(4, '0');

describe('a key', () => {
  it.each([
    ['as it is', KEY],
    ['in upper case', KEY.toUpperCase()],
    ['without its prefix', DIGITS],
    ['without its prefix, in upper case', DIGITS.toUpperCase()],
    ['in a URL', encodeURIComponent(KEY)],
    ['in a URL, each character', escaped(KEY, (code) => `%${code.toString(16).toUpperCase()}`)],
    ['in JSON escapes', escaped(KEY, (code) => `\\u${fourDigits(code)}`)],
    ['in JSON escapes within JSON', escaped(KEY, (code) => `\\\\u${fourDigits(code)}`)],
    ['in JSON escapes here and there', KEY.replaceAll('0', '\\u0030').replaceAll('_', '\\u005f')],
    ['in JavaScript escapes', escaped(KEY, (code) => `\\x${code.toString(16)}`)],
    ['in HTML', escaped(KEY, (code) => `&#${code};`)],
    ['in hexadecimal HTML', escaped(KEY, (code) => `&#x${code.toString(16)};`)],
    ['in hexadecimal', Buffer.from(KEY).toString('hex')],
    ['split over lines', KEY.replaceAll('4', '4\n')],
    ['split in two strings', KEY.replace('44', '4" + "4')],
    ['in base64', base64(KEY)],
    ['in base64, in upper case', base64(KEY.toUpperCase())],
    ['in base64 without its prefix', base64(DIGITS)],
    ['in base64 of more', base64(`user:${KEY}`)],
    ['in base64 of yet more', base64(`{"authorization":"Bearer ${KEY}"}`)],
    ['in base64 for URLs', Buffer.from(`~?~?>>${KEY}>>`).toString('base64url')],
  ])('is taken out %s', (_form, text) => {
    expect(hide(`refused: ${text} (1)`)).toBe('refused: [hidden] (1)');
  });

  it('is taken out of base64 wherever it begins in it', () => {
    const before = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(before, before, (head, tail) => {
        const hidden = hide(base64(head + KEY + tail));
        expect(Buffer.from(hidden.replace('[hidden]', ''), 'base64').toString()).not.toContain(
          DIGITS.slice(4, 28),
        );
        expect(hidden).toContain('[hidden]');
      }),
    );
  });

  it('leaves what is not it alone', () => {
    const text = `trace ${'f'.repeat(32)}, toggl_sk_, ${DIGITS.slice(0, 20)}, Review pull requests`;
    expect(hide(text)).toBe(text);
  });
});

describe('e-mail and password', () => {
  const password = PASSWORD;
  it.each([
    ['as they are', `${EMAIL}:${password}`],
    ['the e-mail', 'Ada@Example.com'],
    ['the password in JSON', JSON.stringify(password).slice(1, -1)],
    ['the password in a URL', encodeURIComponent(password)],
    ['the password in JSON escapes', escaped(password, (code) => `\\u${fourDigits(code)}`)],
    ['both in base64', base64(`${EMAIL}:${password}`)],
  ])('are taken out: %s', (_form, text) => {
    expect(hidePair(`no: ${text};`)).toBe('no: [hidden];');
  });

  it('are taken out where they are short, and then only as they are', () => {
    const short = createSecretFilter({ kind: 'password', email: 'a@b', password: 'pw' });
    expect(short('a@b with pw, and cHc=')).toBe('[hidden] with [hidden], and cHc=');
  });

  it('are taken out as a whole where one is part of the other', () => {
    const text = 'meeting@example.com has a meeting';
    expect(hidePassword('meeting', text, 'meeting@example.com')).toBe('[hidden] has a [hidden]');
  });

  it('are taken out encoded from six characters on', () => {
    const hex = (text: string) => Buffer.from(text).toString('hex');
    expect(hidePassword('Zebras', `${hex('Zebras')} ${base64('Zebras')}`)).toBe(
      '[hidden] [hidden]',
    );
    expect(hidePassword('Zebra', hex('Zebra'))).toBe(hex('Zebra'));
  });

  it('are taken out in hexadecimal of either case, and in base64 of whatever case they were in', () => {
    const phrase = 'Lion, Tiger; Zebra';
    const hex = Buffer.from(phrase).toString('hex');
    const forms = [phrase, phrase.toUpperCase(), phrase.toLowerCase()].map(base64);
    for (const form of [hex, hex.toUpperCase(), ...forms]) {
      expect(hidePassword(phrase, `as ${form} here`)).toBe('as [hidden] here');
    }
  });

  it('are taken out of base64 for URLs, which has other signs', () => {
    const odd = 'abc>>>???def';
    expect(base64(odd)).toMatch(/\+.*\//);
    expect(hidePassword(odd, Buffer.from(odd).toString('base64url'))).toBe('[hidden]');
  });

  it('are taken out with up to eight gaps between their characters, from sixteen on', () => {
    const long = 'abcdefghijklmnop';
    for (const gap of [' ', '\t', '\r\n', '"', "'", '`', '+', ', ', ' '.repeat(8)]) {
      expect(hidePassword(long, long.split('').join(gap))).toBe('[hidden]');
    }
    for (const spread of [
      long.split('').join(' '.repeat(9)),
      long.split('').join('.'),
      long.slice(1).split('').join(' '),
    ]) {
      expect(hidePassword(long.slice(spread.length < 30 ? 1 : 0), spread)).toBe(spread);
    }
  });

  it('are nothing to look for where they are empty', () => {
    const empty = createSecretFilter({ kind: 'key', key: '' });
    expect(empty('text')).toBe('text');
  });
});

it.each([
  ['a long word', 'a'.repeat(300_000)],
  ['many backslashes', `t${'\\'.repeat(300_000)}`],
  ['all but its last digit, with gaps', `\\${KEY.slice(0, -1).split('').join(' \\')}x`.repeat(100)],
  ['base64 of all but its end', base64(KEY.slice(0, -8)).repeat(5_000)],
])('a text that somebody made to take long does not: %s', (_kind, text) => {
  const before = performance.now();
  expect(hide(text)).toBe(text);
  expect(performance.now() - before).toBeLessThan(3000);
});

it('a text of spaces does not take long where a password has many', () => {
  const password = `${' '.repeat(40)}x`;
  const text = `${' '.repeat(2_000)}y`;
  expect(hidePassword(password, text)).toBe(text);
});

it('a lone surrogate is found as the wire shows it', () => {
  const odd = createSecretFilter({ kind: 'key', key: 'key-with-\ud800' });
  expect(odd(encodeURIComponent('key-with-\ufffd'))).toBe('[hidden]');
});

it("takes out of what is somebody's work only what stands nowhere by chance", () => {
  const key = createUnmistakableFilter({ kind: 'key', key: KEY });
  expect([KEY, DIGITS, base64(KEY)].map(key)).toEqual(['[hidden]', '[hidden]', '[hidden]']);
  expect(createUnmistakableFilter({ kind: 'key', key: 'toggl_sk_test' })('a test')).toBe('a test');
  const email = 'ada.lovelace@example.com';
  const word = createUnmistakableFilter({ kind: 'password', email, password: 'meeting' });
  expect(word(`Meeting with ${email}`)).toBe(`Meeting with ${email}`);
  expect(word(`${email}:meeting`)).toBe('[hidden]');
  const time = createUnmistakableFilter({ kind: 'password', email, password: '9:30' });
  expect(time('Meeting at 9:30')).toBe('Meeting at 9:30');
  const sixteen = 'a sixteen letter';
  const long = createUnmistakableFilter({ kind: 'password', email, password: sixteen });
  expect(long(`${sixteen} word`)).toBe('[hidden] word');
  const fifteen = sixteen.slice(1);
  const word15 = createUnmistakableFilter({ kind: 'password', email, password: fifteen });
  expect(word15(`${fifteen} word`)).toBe(`${fifteen} word`);
  const phrase = createUnmistakableFilter({ kind: 'password', email, password: DIGITS });
  expect(phrase(`${email} ${DIGITS}`)).toBe(`${email} [hidden]`);
});
