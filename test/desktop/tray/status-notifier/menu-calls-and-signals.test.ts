import { expect, it } from 'vitest';
import { variant } from '../../../../src-main/desktop/bus/signature.ts';
import { createLayout } from '../../../../src-main/desktop/tray/status-notifier/menu-rows-and-ids.ts';
import {
  createMenu,
  signalOf,
} from '../../../../src-main/desktop/tray/status-notifier/menu-calls-and-signals.ts';
import { createCalls } from '../../../support/tray-item/calls.ts';

function setUp() {
  const done: string[] = [];
  const layout = createLayout();
  layout.set([
    { kind: 'action', label: 'Open', action: { do: 'open-popup' } },
    { kind: 'separator' },
    { kind: 'action', label: 'Quit', action: { do: 'quit' } },
  ]);
  const menu = createMenu(layout, (action) => done.push(action.do));
  const call = createCalls([menu], menu.interface, menu.path);
  const [open = 0, line = 0, quit = 0] = layout.rows().map(({ id }) => id);
  return { layout, call, open, line, quit, done };
}

const label = (text: string) => ['label', variant('s', text)];
const yes = variant('b', true);
const standard = (text: string) => [label(text), ['enabled', yes], ['visible', yes]];
const clicked = (id: number) => [id, 'clicked', variant('s', ''), 0];

it('gives its layout with the revision', () => {
  const { layout, call, open, line, quit } = setUp();
  const rows = [
    variant('(ia{sv}av)', [open, standard('Open'), []]),
    variant('(ia{sv}av)', [line, [['type', variant('s', 'separator')]], []]),
    variant('(ia{sv}av)', [quit, standard('Quit'), []]),
  ];
  const root = [['children-display', variant('s', 'submenu')]];
  expect(call('GetLayout', 'iias', [0, -1, []])).toEqual([layout.revision(), [0, root, rows]]);
  expect(call('GetLayout', 'iias', [0, 0, []])).toEqual([layout.revision(), [0, root, []]]);
  expect(call('GetLayout', 'iias', [open, -1, ['label']])).toEqual([
    layout.revision(),
    [open, [label('Open')], []],
  ]);
  expect(call('GetLayout', 'iias', [99, -1, []])).toBe('InvalidArgs');
});

it('gives the properties that are asked for, of the items that there are', () => {
  const { call, open, quit } = setUp();
  expect(call('GetGroupProperties', 'aias', [[quit, 99, open], ['label']])).toEqual([
    [
      [quit, [label('Quit')]],
      [open, [label('Open')]],
    ],
  ]);
  const [all] = call('GetGroupProperties', 'aias', [[], []]) as [unknown[]];
  expect(all).toHaveLength(4);
  expect(call('GetProperty', 'is', [open, 'label'])).toEqual([variant('s', 'Open')]);
  expect(call('GetProperty', 'is', [open, 'icon-name'])).toBe('InvalidArgs');
  expect(call('GetProperty', 'is', [99, 'label'])).toBe('InvalidArgs');
});

it('does what was clicked, and nothing for what was only looked at', () => {
  const { call, open, line, quit, done } = setUp();
  call('Event', 'isvu', [quit, 'hovered', variant('s', ''), 0]);
  call('Event', 'isvu', [0, 'opened', variant('s', ''), 0]);
  call('Event', 'isvu', clicked(line));
  expect(done).toEqual([]);
  expect(call('Event', 'isvu', clicked(open))).toEqual([]);
  expect(call('EventGroup', 'a(isvu)', [[clicked(99), clicked(quit)]])).toEqual([[99]]);
  expect(done).toEqual(['open-popup', 'quit']);
  expect(call('Event', 'isvu', clicked(99))).toBe('InvalidArgs');
  expect(call('EventGroup', 'a(isvu)', [[clicked(99)]])).toBe('InvalidArgs');
  expect(call('EventGroup', 'a(isvu)', [[]])).toEqual([[]]);
});

it('does nothing for an item that is gone', () => {
  const { layout, call, open, done } = setUp();
  layout.set([{ kind: 'action', label: 'Quit', action: { do: 'quit' } }]);
  expect(call('Event', 'isvu', clicked(open))).toBe('InvalidArgs');
  expect(done).toEqual([]);
});

it('has nothing to make when it is about to be shown', () => {
  const { call, open } = setUp();
  expect(call('AboutToShow', 'i', [0])).toEqual([false]);
  expect(call('AboutToShowGroup', 'ai', [[open, 99]])).toEqual([[], [99]]);
});

it('says of itself what version it is', () => {
  const { call } = setUp();
  const get = (name: string) =>
    call('Get', 'ss', ['com.canonical.dbusmenu', name], 'org.freedesktop.DBus.Properties');
  expect(get('Version')).toEqual([variant('u', 3)]);
  expect(get('Status')).toEqual([variant('s', 'normal')]);
});

it('tells of a change by its signal', () => {
  expect(signalOf({ kind: 'layout', revision: 7 })).toEqual({
    member: 'LayoutUpdated',
    signature: 'ui',
    body: [7, 0],
  });
  const properties = { label: variant('s', 'New') };
  const rows = [{ id: 3, action: undefined, properties }];
  expect(signalOf({ kind: 'properties', rows })).toEqual({
    member: 'ItemsPropertiesUpdated',
    signature: 'a(ia{sv})a(ias)',
    body: [[[3, [label('New')]]], []],
  });
});
