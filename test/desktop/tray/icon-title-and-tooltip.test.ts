import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import { trayModel } from '../../../src-main/desktop/tray/icon-title-and-tooltip.ts';
import { connected, running, snapshot, sync } from '../../support/core/snapshots.ts';
import { at, task } from '../../support/values.ts';

const held = sync({
  waiting: 2,
  pause: { reason: 'offline', cause: 'network', retryAt: undefined },
});
const none: Partial<Snapshot> = { account: { state: 'none' }, last: undefined, recentTasks: [] };

function model(change: Partial<Snapshot> = {}, now = at('10:00')) {
  return trayModel(snapshot(change), now);
}

function labels(change: Partial<Snapshot> = {}): readonly string[] {
  return model(change).menu.map((item) => (item.kind === 'action' ? item.label : '-'));
}

describe('the tray icon', () => {
  it.each<[string, Partial<Snapshot>, string]>([
    ['is idle when nothing runs', {}, 'idle'],
    ['is idle without an account', none, 'idle'],
    ['runs with the timer', { timer: running() }, 'running'],
    ['stays calm while an entry is merely on its way', { sync: sync({ waiting: 1 }) }, 'idle'],
    ['asks for attention when entries are held up', { sync: held }, 'attention'],
    ['asks for attention when an entry was refused', { sync: sync({ rejected: 1 }) }, 'attention'],
    [
      'asks for attention when the key was',
      { account: connected({ keyRefused: true }) },
      'attention',
    ],
    [
      'asks for attention at a locked keychain',
      { account: connected({ secret: 'locked' }) },
      'attention',
    ],
    [
      'asks for attention without a key',
      { account: connected({ secret: 'missing' }) },
      'attention',
    ],
    ['asks for attention at a notice', { notice: { kind: 'plan-limit' } }, 'attention'],
    [
      'shows both that time runs and that something is wrong',
      { timer: running(), sync: held },
      'running-attention',
    ],
  ])('%s', (_name, change, icon) => {
    expect(model(change).icon).toBe(icon);
  });
});

describe('the tooltip', () => {
  it('has decimal hours where lengths are decimal, as the region writes them', () => {
    const decimal = { ...snapshot().settings, lengths: 'decimal' } as const;
    const region = { ...snapshot().region, numbers: 'de-DE' };
    const { tooltip } = model({ timer: running(), settings: decimal, region });
    expect(tooltip).toBe('Write report, 1,00 h\nToday 1,17 h');
  });

  it.each<[string, Partial<Snapshot>, string]>([
    ['says when nothing runs', {}, 'Stint: no timer running\nToday 10 min'],
    ['says when no account is connected', none, 'Stint: not connected'],
    [
      'tells task, elapsed time and total',
      { timer: running() },
      'Write report, 1 h 0 min\nToday 1 h 10 min',
    ],
    [
      'calls a session without a task by its description',
      { timer: running({ task: undefined, description: 'Tea' }) },
      'Tea, 1 h 0 min\nToday 1 h 10 min',
    ],
    [
      'calls a session without either a timer',
      { timer: running({ task: undefined }) },
      'Timer, 1 h 0 min\nToday 1 h 10 min',
    ],
    [
      'counts what is held up',
      { sync: held },
      'Stint: no timer running\nToday 10 min\n2 entries waiting',
    ],
    [
      'counts what was refused',
      { sync: sync({ rejected: 1 }) },
      'Stint: no timer running\nToday 10 min\n1 entry refused by Toggl Focus',
    ],
  ])('%s', (_name, change, tooltip) => {
    expect(model(change).tooltip).toBe(tooltip);
  });

  it('counts only the part of the running session that lies in today', () => {
    const timer = running({ startAt: (at('00:00') - 3_600_000) as Snapshot['at'] });

    expect(model({ timer }, at('00:05')).tooltip).toBe('Write report, 1 h 5 min\nToday 15 min');
  });

  it('never goes below zero when the clock was set back', () => {
    expect(model({ timer: running() }, at('08:00')).tooltip).toBe(
      'Write report, 0 min\nToday 10 min',
    );
  });

  it('cuts a long name so that Windows shows all lines, and halves no emoji', () => {
    const timer = running({ task: task(1, '👩‍💻'.repeat(80)), startAt: at('00:00') });
    const { tooltip } = model({ timer, sync: sync({ rejected: 1000 }) }, at('23:59'));

    expect(tooltip.length).toBeLessThanOrEqual(127);
    expect(tooltip.split(',')[0]).toBe(`${'👩‍💻'.repeat(9)}…`);
  });
});

describe('the menu', () => {
  it('starts the last task first, then offers the other recent ones', () => {
    expect(labels()).toEqual([
      'Start Write report',
      '-',
      'Start Review',
      '-',
      'Open Stint',
      'Quit',
    ]);
  });

  it('stops the running task first', () => {
    expect(labels({ timer: running() })[0]).toBe('Stop Write report');
  });

  it('leaves the running task out of those to start', () => {
    const timer = running({ task: task(2, 'Review') });

    expect(labels({ timer })).toEqual([
      'Stop Review',
      '-',
      'Start Write report',
      '-',
      'Open Stint',
      'Quit',
    ]);
  });

  it('leads to the popup where there is no account', () => {
    expect(labels({ ...none, recentTasks: [task(3)] })).toEqual([
      'Connect…',
      '-',
      'Open Stint',
      'Quit',
    ]);
    expect(model(none).menu[0]).toMatchObject({ action: { do: 'open-popup' } });
  });

  it('leads to the popup where nothing was tracked yet', () => {
    expect(labels({ last: undefined, recentTasks: [] })[0]).toBe('Start a timer…');
  });

  it('shows an ampersand instead of taking it for a mnemonic', () => {
    expect(labels({ last: { task: task(1, 'R&D'), description: undefined } })[0]).toBe(
      'Start R&&D',
    );
  });

  it('cuts long names and folds line breaks', () => {
    const name = `Line one\nline two ${'x'.repeat(60)}`;
    const label = labels({ last: { task: undefined, description: name } })[0];

    expect(label).toBe(`Start Line one line two ${'x'.repeat(21)}…`);
  });
});

describe('the time of the next change', () => {
  it('is the next full minute of the running timer, to the second of its start', () => {
    const timer = running({ startAt: at('09:00:20') });

    expect(model({ timer }, at('09:10:00')).changesAt).toBe(at('09:10:20'));
    expect(model({ timer }, at('09:10:20')).changesAt).toBe(at('09:11:20'));
  });

  it('is never when nothing runs', () => {
    expect(model().changesAt).toBeUndefined();
  });

  it('gives the macOS title the elapsed hours and minutes, and nothing when idle', () => {
    expect(model({ timer: running() }, at('10:24')).title).toBe('01:24');
    expect(model().title).toBe('');
  });
});
