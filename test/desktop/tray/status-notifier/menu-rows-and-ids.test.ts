import { expect, it } from 'vitest';
import type { TrayMenuItem } from '../../../../src-main/desktop/tray/tray-menu.ts';
import { createLayout } from '../../../../src-main/desktop/tray/status-notifier/menu-rows-and-ids.ts';

const line: TrayMenuItem = { kind: 'separator' };
const open: TrayMenuItem = { kind: 'action', label: 'Open', action: { do: 'open-popup' } };
const quit: TrayMenuItem = { kind: 'action', label: 'Quit', action: { do: 'quit' } };
const stop = (label: string): TrayMenuItem => ({
  kind: 'action',
  label,
  action: { do: 'command', command: { type: 'timer/stop' } },
});
const start = (task: number): TrayMenuItem => ({
  kind: 'action',
  label: `Start ${task}`,
  action: { do: 'command', command: { type: 'timer/start', taskId: task } },
});

function setUp(...items: readonly TrayMenuItem[]) {
  const layout = createLayout();
  layout.set(items);
  return { layout, ids: () => layout.rows().map(({ id }) => id) };
}

it('numbers its revisions, one for each other layout', () => {
  const { layout } = setUp(open, line, quit);
  const first = layout.revision();
  expect(layout.set([open, line, quit])).toBeUndefined();
  expect(layout.revision()).toBe(first);
  expect(layout.set([open, quit])).toEqual({ kind: 'layout', revision: first + 1 });
  expect(layout.set([quit, open])).toEqual({ kind: 'layout', revision: first + 2 });
});

it('tells of new words alone where the items are the same', () => {
  const { layout, ids } = setUp(stop('Stop a'), quit);
  const before = ids();
  const change = layout.set([stop('Stop b'), quit]);
  expect(change).toMatchObject({ kind: 'properties', rows: [{ id: before[0] }] });
  expect(layout.propertiesOf(before[0] ?? 0)).toMatchObject({ label: { value: 'Stop b' } });
  expect(ids()).toEqual(before);
});

it('gives other ids to all items of another layout: GNOME keeps the words and the place of an id that it knows', () => {
  const { layout, ids } = setUp(start(1), start(2), line, line, quit);
  const before = ids();
  expect(new Set(before).size).toBe(5);
  layout.set([start(2), start(1), line, line, quit]);
  const after = ids();
  expect(before.filter((id) => after.includes(id))).toEqual([]);
  expect(before.map((id) => layout.propertiesOf(id))).toEqual(before.map(() => undefined));
  layout.set([start(1), quit]);
  expect(ids().filter((id) => [...before, ...after].includes(id))).toEqual([]);
});

it('takes two items that do the same for two', () => {
  const { layout, ids } = setUp(open, line, { ...open, label: 'Open Stint' }, quit);
  const before = ids();
  layout.set([stop('Stop a'), line, start(1), line, { ...open, label: 'Open Stint' }, quit]);
  expect(before.filter((id) => ids().includes(id))).toEqual([]);
});

it('shows names as they are: no letter becomes a mnemonic', () => {
  const { layout, ids } = setUp(stop('Stop R&&D_x __'));
  expect(layout.propertiesOf(ids()[0] ?? 0)).toMatchObject({
    label: { signature: 's', value: 'Stop R&D__x ____' },
  });
});
