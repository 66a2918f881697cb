import { expect, it } from 'vitest';
import { createFreedesktopNotifier } from '../../../src-main/desktop/notifications/freedesktop-notifier.ts';
import { createFakeBus } from '../../support/tray-item/fake-bus.ts';

const REFUSED = { about: 'refused', title: '1 entry refused', body: 'Open Stint.' } as const;

function setUp() {
  const bus = createFakeBus();
  const threw: unknown[] = [];
  const notifier = createFreedesktopNotifier(bus.connect, (error) => threw.push(error));
  let opened = 0;
  return {
    bus,
    notifier,
    show: () => notifier.show(REFUSED, () => (opened += 1)),
    opened: () => opened,
  };
}

it('asks the desktop, which may start what shows it, and watches for a click', () => {
  const { bus, show } = setUp();
  show();
  const calls = bus.calls();
  expect(calls.map(({ member }) => member)).toEqual(['Hello', 'AddMatch', 'Notify']);
  expect(calls[2]).toMatchObject({
    destination: 'org.freedesktop.Notifications',
    mayStart: true,
    signature: 'susssasa{sv}i',
    body: [
      'Stint',
      0,
      'stint',
      '1 entry refused',
      'Open Stint.',
      ['default', 'Open Stint'],
      expect.anything(),
      -1,
    ],
  });
});

it('opens at a click of its own notification alone, and lets go of the bus when that is closed', () => {
  const { bus, show, opened } = setUp();
  show();
  bus.answer('Notify', { values: [7] });
  bus.signalled({ member: 'ActionInvoked', body: [6, 'default'] });
  expect(opened()).toBe(0);

  bus.signalled({ member: 'ActionInvoked', body: [7, 'default'] });
  expect(opened()).toBe(1);
  bus.signalled({ member: 'NotificationClosed', body: [7, 2] });
  expect(bus.connection.isOpen()).toBe(false);
});

it('puts the next one in the place of the first', () => {
  const { bus, show } = setUp();
  show();
  bus.answer('Notify', { values: [7] });
  bus.calls();
  show();
  expect(bus.calls().map(({ body }) => body?.slice(0, 2))).toEqual([['Stint', 7]]);
});

it('lets go where nobody shows notifications, and where the bus is gone', () => {
  const nobody = setUp();
  nobody.show();
  nobody.bus.answer('Notify', { error: 'org.freedesktop.DBus.Error.ServiceUnknown' });
  expect(nobody.bus.connection.isOpen()).toBe(false);

  const gone = setUp();
  gone.show();
  gone.bus.fails();
  gone.show();
  expect(gone.bus.calls().filter(({ member }) => member === 'Hello')).toHaveLength(2);
});

it('takes back at the end what nobody would answer for', () => {
  const { bus, show, notifier } = setUp();
  show();
  bus.answer('Notify', { values: [7] });
  bus.calls();
  notifier.dispose();
  expect(bus.calls()).toMatchObject([{ member: 'CloseNotification', body: [7] }]);
  expect(bus.connection.isOpen()).toBe(false);
});
