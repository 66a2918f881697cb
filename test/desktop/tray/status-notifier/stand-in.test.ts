import { expect, it } from 'vitest';
import { withStandIn } from '../../../../src-main/desktop/tray/status-notifier/stand-in.ts';
import type { PanelEvents } from '../../../../src-main/desktop/tray/warn-where-no-panel.ts';
import type { StandingTray } from '../../../../src-main/desktop/tray/update-tray.ts';

function setUp() {
  const told: string[] = [];
  let count = 0;
  const fake = (name: string): StandingTray => ({
    setIcon: (icon) => told.push(`${name} icon ${icon}`),
    setTooltip: (tooltip) => told.push(`${name} tooltip ${tooltip}`),
    setTitle: (title) => told.push(`${name} title ${title}`),
    setMenu: (menu) => told.push(`${name} menu ${menu.length}`),
    bounds: () => undefined,
    dispose: () => told.push(`${name} gone`),
  });
  let hasWatcher = false;
  let panel: ((there: boolean) => void) | undefined;
  const own = {
    ...fake('own'),
    watch(events: PanelEvents) {
      panel = (there) => events.panel(there);
      return () => told.push('watched no more');
    },
    untilItStands: () => Promise.resolve(),
    isOpen: () => true,
    hasWatcher: () => hasWatcher,
  };
  const tray = withStandIn(own, () => {
    count += 1;
    told.push(`other ${count}`);
    return fake(`other ${count}`);
  });
  tray.watch?.({ panel: (there) => told.push(there ? 'shown' : 'not shown') });
  return {
    tray,
    told: () => told.splice(0),
    tells: (watcher: boolean, there: boolean) => {
      hasWatcher = watcher;
      panel?.(there);
    },
  };
}

it('puts the other one up as the first one is, keeps both alike, and takes it away', () => {
  const { tray, told } = setUp();
  tray.setIcon('running');
  tray.setTooltip('Report');
  tray.setMenu([]);
  expect(told()).toEqual(['own icon running', 'own tooltip Report', 'own menu 0']);
  tray.standIn?.(false);
  expect(told()).toEqual([]);

  tray.standIn?.(true);
  tray.standIn?.(true);
  const shown = ['other 1 icon running', 'other 1 tooltip Report', 'other 1 menu 0'];
  expect(told()).toEqual(['other 1', ...shown]);
  tray.setTitle('00:01');
  tray.setTooltip('Other');
  expect(told()).toEqual([
    'own title 00:01',
    'other 1 title 00:01',
    'own tooltip Other',
    'other 1 tooltip Other',
  ]);

  tray.standIn?.(false);
  tray.setIcon('idle');
  expect(told()).toEqual(['other 1 gone', 'own icon idle']);
});

it('leaves nothing behind', () => {
  const { tray, told } = setUp();
  tray.standIn?.(true);
  told();
  tray.dispose();
  expect(told()).toEqual(['other 1 gone', 'own gone']);
});

it('lets none stand in where icons are registered, though no panel shows them: it would be a second one', () => {
  const { tray, told, tells } = setUp();
  tells(true, false);
  tray.standIn?.(true);
  expect(told()).toEqual(['not shown']);
  tells(false, false);
  expect(told()).toEqual(['other 1', 'not shown']);
  tells(true, false);
  expect(told()).toEqual(['other 1 gone', 'not shown']);
});
