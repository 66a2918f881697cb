import { expect, it } from 'vitest';
import {
  createItem,
  type ItemState,
} from '../../../../src-main/desktop/tray/status-notifier/item-properties.ts';
import { createCalls } from '../../../support/tray-item/calls.ts';
import type { Variant } from '../../../../src-main/desktop/bus/signature.ts';

function setUp(more: Partial<ItemState> = {}) {
  const happened: string[] = [];
  const state: ItemState = {
    status: 'Active',
    pixmaps: [[1, 1, Buffer.from([1, 2, 3, 4])]],
    tooltip: 'Report, 5 min\nToday 1 h\n1 entry waiting',
    ...more,
  };
  const item = createItem(() => state, {
    activated: ({ x, y }) => happened.push(`activated ${x} ${y}`),
    middleClicked: ({ x, y }) => {
      if (x < 0) throw new Error('not there');
      happened.push(`middle ${x} ${y}`);
    },
    menuAsked: ({ x, y }) => happened.push(`menu ${x} ${y}`),
    read: () => happened.push('read'),
  });
  const call = createCalls([item], item.interface, item.path);
  const properties = (member: string, signature: string, body: readonly unknown[]) =>
    call(member, signature, body, 'org.freedesktop.DBus.Properties');
  const all = () => {
    const [pairs] = properties('GetAll', 's', [item.interface]) as [[string, Variant][]];
    return Object.fromEntries(pairs.map(([name, { value }]) => [name, value]));
  };
  return { call, properties, all, happened: () => happened.splice(0) };
}

it('says all of itself at once, and that it was read', () => {
  const { all, happened } = setUp();
  expect(all()).toMatchObject({
    Category: 'ApplicationStatus',
    Id: 'stint',
    Title: 'Stint',
    Status: 'Active',
    IconName: '',
    IconPixmap: [[1, 1, [1, 2, 3, 4]]],
    AttentionIconPixmap: [],
    ToolTip: ['', [], 'Report, 5 min', 'Today 1 h\n1 entry waiting'],
    ItemIsMenu: false,
    Menu: '/StatusNotifierItem/Menu',
  });
  expect(happened()).toEqual(['read']);
});

it('shows the same picture to panels that have one of their own for what needs attention', () => {
  expect(setUp({ status: 'NeedsAttention' }).all()).toMatchObject({
    Status: 'NeedsAttention',
    AttentionIconPixmap: [[1, 1, [1, 2, 3, 4]]],
  });
});

it('is asked for one property at a time too', () => {
  const { properties, happened } = setUp();
  expect(properties('Get', 'ss', ['org.kde.StatusNotifierItem', 'Id'])).toMatchObject([
    { value: 'stint' },
  ]);
  expect(happened()).toEqual([]);
  properties('Get', 'ss', ['org.kde.StatusNotifierItem', 'IconPixmap']);
  expect(happened()).toEqual(['read']);
  expect(properties('Get', 'ss', ['org.kde.StatusNotifierItem', 'toString'])).toBe(
    'UnknownProperty',
  );
  expect(properties('Get', 'ss', ['x.y', 'Id'])).toBe('UnknownProperty');
  expect(properties('GetAll', 's', ['x.y'])).toEqual([[]]);
  expect(properties('Set', 'ssv', ['x', 'Id', { signature: 's', value: '' }])).toBe(
    'PropertyReadOnly',
  );
});

it('tells of clicks, with their place, and passes over what it has no use for', () => {
  const { call, happened } = setUp();
  expect(call('Activate', 'ii', [1200, 12])).toEqual([]);
  expect(call('SecondaryActivate', 'ii', [3, 4], '')).toEqual([]);
  expect(call('ContextMenu', 'ii', [3, 4])).toEqual([]);
  expect(call('Scroll', 'is', [120, 'vertical'])).toEqual([]);
  expect(call('ProvideXdgActivationToken', 's', ['token'])).toEqual([]);
  expect(call('Ping', '', [], 'org.freedesktop.DBus.Peer')).toEqual([]);
  expect(happened()).toEqual(['activated 1200 12', 'middle 3 4', 'menu 3 4']);
});

it('says what it is able to', () => {
  const { call, happened } = setUp();
  const [xml] = call('Introspect', '', [], 'org.freedesktop.DBus.Introspectable');
  for (const part of [
    '<interface name="org.kde.StatusNotifierItem">',
    '<method name="Activate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>',
    '<signal name="NewStatus"><arg type="s"/></signal>',
    '<property name="ToolTip" type="(sa(iiay)ss)" access="read"/>',
  ]) {
    expect(xml).toContain(part);
  }
  expect(happened()).toEqual([]);
});

it('answers a call that is none with an error', () => {
  const { call, happened } = setUp();
  expect(call('Activate', '', [])).toBe('InvalidArgs');
  expect(call('Activate', 'ss', ['a', 'b'])).toBe('InvalidArgs');
  expect(call('Explode', '', [])).toBe('UnknownMethod');
  expect(call('Activate', 'ii', [1, 2], 'x.y')).toBe('UnknownMethod');
  expect(call('toString', '', [])).toBe('UnknownMethod');
  expect(createCalls([], 'x.y', '/nowhere')('Activate', 'ii', [1, 2])).toBe('UnknownObject');
  // What goes wrong at a click is not the end of the connection.
  expect(call('SecondaryActivate', 'ii', [-1, 0])).toBe('Failed');
  expect(happened()).toEqual([]);
});
