import { expect, it } from 'vitest';
import { socketOf } from '../../../src-main/desktop/bus/address.ts';

it.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:path=/tmp/dbus-x,guid=12', '/tmp/dbus-x'],
  ['unix:abstract=/tmp/dbus-x,guid=12', '\0/tmp/dbus-x'],
  ['unix:path=/tmp/a%20b%3dc', '/tmp/a b=c'],
  ['unix:path=/tmp/a%zz', '/tmp/a%zz'],
  ['tcp:host=localhost,port=1;unix:path=/tmp/b', '/tmp/b'],
  ['unix:tmpdir=/tmp', undefined],
  ['autolaunch:', undefined],
  ['', undefined],
])('of %s is %s', (address, socket) => {
  expect(socketOf(address)).toBe(socket);
});
