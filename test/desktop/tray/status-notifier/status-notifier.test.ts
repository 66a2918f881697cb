import { describe, expect, it } from 'vitest';
import { variant } from '../../../../src-main/desktop/bus/signature.ts';
import { createStatusNotifier } from '../../../../src-main/desktop/tray/status-notifier/status-notifier.ts';
import { createFakeTime } from '../../../support/core/fake-time.ts';
import { createFakeBus } from '../../../support/tray-item/fake-bus.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const NAME = ':1.42';
const hosted = (value: boolean) => ({ values: [variant('b', value)] });
const NOBODY = { error: 'org.freedesktop.DBus.Error.NameHasNoOwner' };

/** On a bus that has given Stint its name, if not told otherwise. */
function setUp({ begun = true } = {}) {
  const happened: string[] = [];
  const bus = createFakeBus();
  const time = createFakeTime(0);
  const tray = createStatusNotifier({
    connect: bus.connect,
    picture: (icon) => [[1, 1, Buffer.from(icon)]],
    tooltip: 'Stint is starting',
    scale: () => 2,
    timers: time,
    threw: (error) => happened.push(String(error)),
    events: {
      click: () => happened.push('click'),
      middleClick: () => happened.push('middle click'),
      act: ({ do: what }) => happened.push(what),
    },
  });
  const item = (member: string, signature: string, body: readonly unknown[]) =>
    bus.called({ path: '/StatusNotifierItem', interface: ITEM, member, signature, body });
  const read = () =>
    bus.called({
      path: '/StatusNotifierItem',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'GetAll',
      signature: 's',
      body: [ITEM],
    });
  const owner = (from: string, to: string, sender = 'org.freedesktop.DBus') =>
    bus.signalled({ sender, member: 'NameOwnerChanged', body: [WATCHER, from, to] });
  const members = () => bus.calls().map(({ member }) => member);
  if (begun) bus.answer('Hello', { values: [NAME] });
  return { bus, tray, time, happened: () => happened.splice(0), item, read, owner, members };
}

it('registers by the name that the bus gives', () => {
  const { bus } = setUp({ begun: false });
  // Too early: it is not known yet who Stint is.
  bus.signalled({ member: 'StatusNotifierHostRegistered' });
  bus.answer('Hello', { values: [NAME] });
  const calls = bus.calls();
  expect(calls.map(({ member }) => member)).toEqual([
    'AddMatch',
    'AddMatch',
    'AddMatch',
    'RegisterStatusNotifierItem',
    'Get',
  ]);
  expect(calls[3]).toMatchObject({ destination: WATCHER, body: [NAME] });
});

it('registers with each watcher that comes, and says when a panel shows icons', () => {
  const { bus, tray, owner, members } = setUp();
  const panels: boolean[] = [];
  const end = tray.watch({ panel: (there) => panels.push(there) });
  bus.answer('RegisterStatusNotifierItem', NOBODY);
  bus.answer('Get', NOBODY);
  expect([panels, tray.hasWatcher()]).toEqual([[false], false]);
  members();

  owner('', ':1.7');
  bus.answer('Get', hosted(false));
  bus.answer('RegisterStatusNotifierItem', { values: [] });
  expect([panels, members(), tray.hasWatcher()]).toEqual([[false, false], [], true]);
  bus.signalled({ member: 'StatusNotifierHostRegistered' });
  expect(members()).toEqual(['Get']);
  bus.signalled({ member: 'StatusNotifierHostRegistered' });
  bus.answer('Get', hosted(true));
  expect(panels).toEqual([false, false, true]);

  owner(':1.7', '');
  expect([panels, members()]).toEqual([[false, false, true, false], ['Get']]);
  owner('', ':1.9');
  expect(members()).toEqual(['RegisterStatusNotifierItem', 'Get']);
  bus.fails();
  expect(panels).toEqual([false, false, true, false, false]);
  expect(tray.hasWatcher()).toBe(false);
  end();
  bus.signalled({ member: 'StatusNotifierHostUnregistered' });
  bus.answer('Get', hosted(true));
  expect(panels).toHaveLength(5);
});

it('counts as shown where the watcher has taken it and a panel shows icons, whichever is said first', () => {
  for (const takes of [true, false]) {
    for (const first of ['Get', 'RegisterStatusNotifierItem']) {
      const { bus, tray } = setUp();
      const panels: boolean[] = [];
      tray.watch({ panel: (there) => panels.push(there) });
      const answers = {
        Get: hosted(true),
        RegisterStatusNotifierItem: takes ? { values: [] } : { error: 'x.No' },
      };
      const order = Object.entries(answers).sort(([a]) => (a === first ? -1 : 1));
      for (const [member, answer] of order) bus.answer(member, answer);
      expect(panels).toEqual([takes]);
    }
  }
});

it('counts the answer of the watcher that is there now', () => {
  const { bus, tray, owner } = setUp();
  const panels: boolean[] = [];
  tray.watch({ panel: (there) => panels.push(there) });
  owner(':1.7', ':1.9');
  bus.answer('RegisterStatusNotifierItem', NOBODY);
  bus.answer('Get', NOBODY);
  expect(panels).toEqual([]);
  bus.answer('RegisterStatusNotifierItem', { values: [] });
  bus.answer('Get', hosted(true));
  expect(panels).toEqual([true]);
});

it('registers anew with a watcher that refused it before its panel was there', () => {
  const { bus, members } = setUp();
  bus.answer('RegisterStatusNotifierItem', { error: 'x.NotYet' });
  members();
  bus.signalled({ member: 'StatusNotifierHostRegistered' });
  expect(members()).toEqual(['RegisterStatusNotifierItem', 'Get']);
});

it('passes over signals of others', () => {
  const { bus, members, owner } = setUp();
  members();
  bus.signalled({ member: 'NameAcquired', body: [NAME] });
  owner('', ':1.8', ':1.66');
  bus.signalled({ member: 'NameOwnerChanged', body: [] });
  bus.signalled({
    sender: 'org.freedesktop.DBus',
    member: 'NameOwnerChanged',
    body: ['x.y', '', ':1.8'],
  });
  expect(members()).toEqual([]);
});

it('tells whoever begins to watch what is known', () => {
  const { bus, tray } = setUp();
  const panels: boolean[] = [];
  bus.answer('RegisterStatusNotifierItem', { values: [] });
  bus.answer('Get', hosted(true));
  tray.watch({ panel: (there) => panels.push(there) });
  expect(panels).toEqual([true]);
});

it('tells of what changes, and of nothing else', () => {
  const { bus, tray } = setUp();
  const said = () => bus.signals().map(({ member, body = [] }) => [member, ...body]);
  tray.setIcon('running');
  tray.setTitle('00:01');
  tray.setTooltip('Report');
  expect(said()).toEqual([['NewIcon'], ['NewAttentionIcon'], ['NewToolTip']]);
  tray.setIcon('running-attention');
  tray.setIcon('attention');
  tray.setIcon('idle');
  expect(said().filter(([member]) => member === 'NewStatus')).toEqual([
    ['NewStatus', 'NeedsAttention'],
    ['NewStatus', 'Active'],
  ]);
  const menu = [{ kind: 'action', label: 'Quit', action: { do: 'quit' } }] as const;
  tray.setMenu(menu);
  tray.setMenu(menu);
  expect(said().map(([member]) => member)).toEqual(['LayoutUpdated']);
});

it('does what is clicked, and knows where the icon is until another panel comes', () => {
  const { tray, happened, item, owner, bus } = setUp();
  expect(tray.bounds()).toBeUndefined();
  item('Activate', 'ii', [1200, 24]);
  expect(tray.bounds()).toMatchObject({ x: 600, y: 12 });
  item('SecondaryActivate', 'ii', [0, 0]);
  expect(tray.bounds()).toBeUndefined();
  item('Activate', 'ii', [1200, 24]);
  owner(':1.7', ':1.9');
  expect(tray.bounds()).toBeUndefined();
  expect(happened()).toEqual(['click', 'middle click', 'click']);
  expect(bus.answers()).toHaveLength(3);
});

it('knows its place from where the menu was asked for, and takes no place for what it is not', () => {
  const { tray, item } = setUp();
  item('ContextMenu', 'ii', [40, 1_060]);
  expect(tray.bounds()).toMatchObject({ x: 20, y: 530 });
  item('Activate', 'ii', [2 ** 31 - 1, -(2 ** 31)]);
  expect(tray.bounds()).toEqual({ x: (2 ** 31 - 1) / 2, y: -(2 ** 30), width: 1, height: 1 });
});

describe('what comes after the icon waits', () => {
  async function standing({ tray, time }: ReturnType<typeof setUp>, ...meanwhile: (() => void)[]) {
    let stood: number | undefined;
    void tray.untilItStands(300).then(() => (stood = time.monotonic()));
    for (const happens of meanwhile) {
      await time.pass(1);
      happens();
    }
    await time.pass(1_000);
    expect(time.pending()).toBe(0);
    return stood;
  }

  it('until a panel has read it twice', async () => {
    const started = setUp();
    expect(await standing(started, started.read, started.read)).toBe(2);
  });

  it('or once, and no more for a while', async () => {
    const started = setUp();
    expect(await standing(started, started.read)).toBe(21);
  });

  it('for nothing where it stands already', async () => {
    const started = setUp();
    started.read();
    started.read();
    expect(await standing(started)).toBe(0);
  });

  it('until it is known that no panel shows it', async () => {
    const started = setUp();
    const { bus } = started;
    bus.answer('RegisterStatusNotifierItem', NOBODY);
    expect(await standing(started, () => bus.answer('Get', NOBODY))).toBe(1);
  });

  it('until there is no bus', async () => {
    const started = setUp();
    expect(await standing(started, () => started.bus.fails())).toBe(1);
    expect(started.tray.isOpen()).toBe(false);
  });

  it('no longer than it may', async () => {
    expect(await standing(setUp())).toBe(300);
  });
});
