import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../src-main/adapters/log/redact-log-line.ts';

describe('redact', () => {
  it.each([
    ['key toggl_sk_0123456789abcdef0123456789abcdef.', 'key [hidden].'],
    ['Authorization: Bearer abc.DEF-123_~+/=', 'Authorization: Bearer [hidden]'],
    ['{"authorization":"Basic bWU6cHc="}', '{"authorization":"Basic [hidden]"}'],
    ['bearer  abc', 'bearer  [hidden]'],
    ['from Zoe.Smith+x@mail.example.com, sent', 'from [hidden], sent'],
    ['key TOGGL_SK_0123456789ABCDEF', 'key [hidden]'],
    ['two a@b.io and c@d.io', 'two [hidden] and [hidden]'],
  ])('hides credentials and addresses: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each(['delivery.rejected status=422 id=0b1e', 'a basic', 'at 10:00 @ home'])(
    'leaves other words alone: %s',
    (text) => {
      expect(redact(text)).toBe(text);
    },
  );

  it.each(['', ':', '::'])('hides a key that stands in base64, after %j', (before) => {
    const text = Buffer.from(`${before}toggl_sk_0123456789abcdef:api_token`).toString('base64');
    expect(redact(`got ${text}.`)).toBe('got [hidden].');
  });

  it('leaves no key behind in any text', () => {
    const key = fc.stringMatching(/^[0-9a-f]{32}$/).map((digits) => `toggl_sk_${digits}`);
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]*\W$/), key, fc.string(), (before, secret, after) => {
        expect(redact(`${before}${secret}${after}`)).not.toContain(secret);
      }),
    );
  });
});
