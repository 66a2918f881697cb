import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFocusAddress } from '../../../src-main/domain/account/parse-focus-address.ts';

const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const scheme = fc.constantFrom('https://', 'http://', 'HTTPS://', '');
const host = fc.constantFrom('focus.toggl.com', 'Focus.Toggl.com', 'focus.toggl.com:443');
const root = fc.constantFrom('/', '/organizations/', '/api/', '/api/organizations/');
const rest = fc.constantFrom(
  '',
  '/',
  '/calendar',
  '/tasks/55?view=board#top',
  '?date=2026-11-24',
  '#settings',
  '/time-entries/5/workspaces/6',
);
const space = fc.constantFrom('', ' ', '\n', '\t ');

describe('parseFocusAddress', () => {
  it('reads every shape of an address, whatever stands around the two numbers', () => {
    fc.assert(
      fc.property(
        fc.record({ id, workspace: id, scheme, host, root, rest, space }),
        ({ id, workspace, scheme, host, root, rest, space }) => {
          fc.pre(!(host.endsWith(':443') && scheme !== 'https://'));
          const text = `${space}${scheme}${host}${root}${id}/workspaces/${workspace}${rest}${space}`;
          const place = { organizationId: id, workspaceId: workspace };
          expect(parseFocusAddress(text)).toEqual(place);
        },
      ),
    );
  });

  it('reads the two numbers alone', () => {
    const separator = fc.constantFrom('/', ' / ', ',', ', ', ' ', '\t');
    fc.assert(
      fc.property(id, separator, id, (organizationId, between, workspaceId) => {
        const text = ` ${organizationId}${between}${workspaceId} `;
        expect(parseFocusAddress(text)).toEqual({ organizationId, workspaceId });
      }),
    );
  });

  it.each([
    '/organizations/1/workspaces/2',
    'organizations/1/workspaces/2',
    '1/workspaces/2/calendar',
  ])('reads a path without a host: %s', (text) => {
    expect(parseFocusAddress(text)).toEqual({ organizationId: 1, workspaceId: 2 });
  });

  it('refuses every other host', () => {
    const strange = fc
      .oneof(
        fc.domain(),
        fc.constantFrom('focus.toggl.com.example.com', 'xfocus.toggl.com', 'track.toggl.com'),
        fc.constantFrom(
          'focus.toggl.com:8080',
          'me@focus.toggl.com',
          'focus.toggl.com@evil.example',
        ),
      )
      .filter((domain) => domain !== 'focus.toggl.com');
    fc.assert(
      fc.property(
        strange,
        fc.constantFrom('https://', 'http://', '//', '\\\\', ''),
        (domain, start) => {
          expect(parseFocusAddress(`${start}${domain}/1/workspaces/2`)).toBeUndefined();
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['one number', '123'],
    ['three numbers', '1/2/3'],
    ['a zero', '0/5'],
    ['a negative number', '-1/5'],
    ['a fraction', '1.5/5'],
    ['a number beyond what can be counted', '9007199254740992/5'],
    ['an address with a zero', 'https://focus.toggl.com/1/workspaces/0'],
    ['an address without a workspace', 'https://focus.toggl.com/1/settings'],
    ['an address that is cut', 'https://focus.toggl.com/1/workspaces/'],
    ['another scheme', 'ftp://focus.toggl.com/1/workspaces/2'],
    ['words after the number', 'https://focus.toggl.com/1/workspaces/2abc'],
    ['numbers in the query only', 'https://focus.toggl.com/?next=/1/workspaces/2'],
  ])('refuses %s', (_what, text) => {
    expect(parseFocusAddress(text)).toBeUndefined();
  });

  it('answers every text with two counting numbers or with nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const place = parseFocusAddress(text);
        if (place === undefined) return;
        expect(Number.isSafeInteger(place.organizationId) && place.organizationId > 0).toBe(true);
        expect(Number.isSafeInteger(place.workspaceId) && place.workspaceId > 0).toBe(true);
      }),
    );
  });
});
