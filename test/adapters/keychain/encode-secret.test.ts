import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSecret, encodeSecret } from '../../../src-main/adapters/keychain/encode-secret.ts';

const key = fc
  .stringMatching(/^[!-z|-~][!-~]*$/)
  .map((text) => ({ kind: 'key', key: text }) as const);
const pair = fc
  .record({ email: fc.string({ minLength: 1 }), password: fc.string({ minLength: 1 }) })
  .map((fields) => ({ kind: 'password', ...fields }) as const);

describe('a secret', () => {
  it('is one line that reads back as what was written', () => {
    fc.assert(
      fc.property(fc.oneof(key, pair), (credential) => {
        const text = encodeSecret(credential);
        expect(text).not.toMatch(/[\r\n]/);
        expect(decodeSecret(text)).toEqual(credential);
      }),
    );
  });

  it('is the API key itself', () => {
    expect(encodeSecret({ kind: 'key', key: 'toggl_sk_1' })).toBe('toggl_sk_1');
  });

  it.each([
    ['nothing', ''],
    ['two lines', 'one\ntwo'],
    ['two words', 'my password'],
    ['other JSON', '{"user":"me"}'],
    ['a pair with something more', '{"email":"a","password":"b","key":"c"}'],
    ['a pair with an empty part', '{"email":"a","password":""}'],
    ['broken JSON', '{"email":'],
  ])('is not read from %s', (_what, text) => {
    expect(decodeSecret(text)).toBeUndefined();
  });
});
