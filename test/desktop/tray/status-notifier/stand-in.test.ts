import { expect, it } from 'vitest';
import { withStandIn } from '../../../../src-main/desktop/tray/status-notifier/stand-in.ts';
import type { PanelEvents } from '../../../../src-main/desktop/tray/warn-where-no-panel.ts';
import type { StandingTray } from '../../../../src-main/desktop/tray/update-tray.ts';

function setUp() {
  const calls: string[] = [];
  let count = 0;
  const fake = (name: string): StandingTray => ({
    setIcon: (icon) => calls.push(`${name} icon ${icon}`),
    setTooltip: (tooltip) => calls.push(`${name} tooltip ${tooltip}`),
    setTitle: (title) => calls.push(`${name} title ${title}`),
    setMenu: (menu) => calls.push(`${name} menu ${menu.length}`),
    bounds: () => undefined,
    dispose: () => calls.push(`${name} gone`),
  });
  let hasWatcher = false;
  let panel: ((there: boolean) => void) | undefined;
  const own = {
    ...fake('own'),
    watch(events: PanelEvents) {
      panel = (there) => events.panel(there);
      return () => calls.push('watched no more');
    },
    untilItStands: () => Promise.resolve(),
    isOpen: () => true,
    hasWatcher: () => hasWatcher,
  };
  const tray = withStandIn(own, () => {
    count += 1;
    calls.push(`other ${count}`);
    return fake(`other ${count}`);
  });
  tray.watch?.({ panel: (there) => calls.push(there ? 'shown' : 'not shown') });
  return {
    tray,
    calls: () => calls.splice(0),
    tells: (watcher: boolean, there: boolean) => {
      hasWatcher = watcher;
      panel?.(there);
    },
  };
}

it('puts the other one up as the first one is, keeps both alike, and takes it away', () => {
  const { tray, calls } = setUp();
  tray.setIcon('running');
  tray.setTooltip('Report');
  tray.setMenu([]);
  expect(calls()).toEqual(['own icon running', 'own tooltip Report', 'own menu 0']);
  tray.standIn?.(false);
  expect(calls()).toEqual([]);

  tray.standIn?.(true);
  tray.standIn?.(true);
  const shown = ['other 1 icon running', 'other 1 tooltip Report', 'other 1 menu 0'];
  expect(calls()).toEqual(['other 1', ...shown]);
  tray.setTitle('00:01');
  tray.setTooltip('Other');
  expect(calls()).toEqual([
    'own title 00:01',
    'other 1 title 00:01',
    'own tooltip Other',
    'other 1 tooltip Other',
  ]);

  tray.standIn?.(false);
  tray.setIcon('idle');
  expect(calls()).toEqual(['other 1 gone', 'own icon idle']);
});

it('leaves nothing behind', () => {
  const { tray, calls } = setUp();
  tray.standIn?.(true);
  calls();
  tray.dispose();
  expect(calls()).toEqual(['other 1 gone', 'own gone']);
});

it('lets none stand in where icons are registered, though no panel shows them: it would be a second one', () => {
  const { tray, calls, tells } = setUp();
  tells(true, false);
  tray.standIn?.(true);
  expect(calls()).toEqual(['not shown']);
  tells(false, false);
  expect(calls()).toEqual(['other 1', 'not shown']);
  tells(true, false);
  expect(calls()).toEqual(['other 1 gone', 'not shown']);
});
