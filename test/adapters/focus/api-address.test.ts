import { expect, it } from 'vitest';
import { apiAddress } from '../../../src-main/adapters/focus/api-address.ts';

it('is that of Toggl Focus unless told otherwise', () => {
  expect(apiAddress(undefined)).toBe('https://focus.toggl.com/api');
  expect(apiAddress('')).toBe('https://focus.toggl.com/api');
});

it.each([
  ['https://focus.example.com/api/', 'https://focus.example.com/api'],
  ['http://127.0.0.1:4010/api', 'http://127.0.0.1:4010/api'],
  ['http://localhost:4010/api//', 'http://localhost:4010/api'],
])('takes %s', (wanted, address) => {
  expect(apiAddress(wanted)).toBe(address);
});

it.each(['http://focus.toggl.com/api', 'ftp://localhost', 'http://127.0.0.1.example.com/api'])(
  'does not send a key to %s',
  (wanted) => {
    expect(() => apiAddress(wanted)).toThrow('STINT_API_URL');
  },
);
