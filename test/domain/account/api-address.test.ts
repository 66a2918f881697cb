import { expect, it } from 'vitest';
import { readApiAddress } from '../../../src-main/domain/account/api-address.ts';

it.each([undefined, ''])('is that of Toggl Focus unless told otherwise: %j', (wanted) => {
  const official = { baseUrl: 'https://focus.toggl.com/api', otherHost: undefined };
  expect(readApiAddress(wanted)).toEqual(official);
});

it.each([
  ['https://focus.example.com/api/', 'https://focus.example.com/api', 'focus.example.com'],
  ['http://127.0.0.1:4010/api', 'http://127.0.0.1:4010/api', '127.0.0.1:4010'],
  ['http://localhost:4010/api//', 'http://localhost:4010/api', 'localhost:4010'],
  ['http://[::1]:4010', 'http://[::1]:4010', '[::1]:4010'],
  ['HTTPS://FOCUS.TOGGL.COM:443/api', 'https://focus.toggl.com/api', undefined],
  ['https://focus.toggl.com:8443/api', 'https://focus.toggl.com:8443/api', 'focus.toggl.com:8443'],
  [
    'https://focus.toggl.com.evil.example/api',
    'https://focus.toggl.com.evil.example/api',
    'focus.toggl.com.evil.example',
  ],
  ['https://focus.toggl.com./api', 'https://focus.toggl.com./api', 'focus.toggl.com.'],
  ['https://focus\\.toggl.com/api', 'https://focus/.toggl.com/api', 'focus'],
  ['https://fоcus.toggl.com', 'https://xn--fcus-55d.toggl.com', 'xn--fcus-55d.toggl.com'],
])('takes %s, and tells its host from that of Toggl Focus', (wanted, baseUrl, otherHost) => {
  expect(readApiAddress(wanted)).toEqual({ baseUrl, otherHost });
});

it.each([
  ['focus.example.com', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['http://focus.toggl.com/api', 'not-https'],
  ['ftp://localhost', 'not-https'],
  ['http://127.0.0.1.example.com/api', 'not-https'],
  ['localhost:4010/api', 'not-https'],
  ['https://focus.toggl.com@evil.example/api', 'user-info'],
  ['https://@evil.example/api', 'user-info'],
  ['https://evil.example/api?x=', 'query-or-fragment'],
  ['https://evil.example/api?', 'query-or-fragment'],
  ['https://evil.example/api#/users', 'query-or-fragment'],
])('does not send a key to %s: %s', (wanted, fault) => {
  expect(readApiAddress(wanted)).toBe(fault);
});
