import { describe, expect, it } from 'vitest';
import type { Result, Snapshot } from '#contract';
import type { CoreCommand } from '../../../src-main/app/stint.ts';
import { createTrayControl, type TraySurface } from '../../../src-main/desktop/tray/update-tray.ts';
import { createFakeTime, settle } from '../../support/core/fake-time.ts';
import { day, running, snapshot, sync } from '../../support/core/snapshots.ts';
import { at } from '../../support/values.ts';

const OK: Result<undefined> = { ok: true, value: undefined };

function setUp(answer: () => Promise<Result<undefined>> = () => Promise.resolve(OK)) {
  const time = createFakeTime(at('10:00'));
  const calls: string[] = [];
  const commands: CoreCommand[] = [];
  const listeners = new Set<(next: Snapshot) => void>();
  let current = snapshot();
  let looks = 0;
  const surface: TraySurface = {
    setIcon: (icon) => calls.push(`icon ${icon}`),
    setTooltip: (text) => calls.push(`tooltip ${text.split('\n')[0] ?? ''}`),
    setTitle: (title) => calls.push(`title ${title}`),
    setMenu: (menu) => calls.push(`menu of ${menu.length}`),
  };
  const tray = createTrayControl({
    surface,
    stint: {
      snapshot: () => {
        looks += 1;
        return current;
      },
      onSnapshot: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      lookAtClock: () => time.now() >= current.today.endAt,
      command: (command) => {
        commands.push(command);
        return answer();
      },
    },
    popup: { open: () => calls.push('popup open'), toggle: () => calls.push('popup toggle') },
    quit: () => calls.push('quit'),
    clock: time,
    timers: time,
    log: (level, event) => calls.push(`${level} ${event}`),
  });
  return {
    time,
    tray,
    commands,
    surface,
    listeners,
    /** How often the core was asked for a snapshot, which it reads from the database. */
    looks: () => looks,
    /** What the surface was told since the last look. */
    told: () => calls.splice(0),
    push: (change: Partial<Snapshot>) => {
      current = snapshot(change);
      for (const listener of listeners) listener(current);
    },
  };
}

describe('the tray', () => {
  it('is drawn whole at first, and then only what changed', () => {
    const { told, push } = setUp();
    expect(told()).toEqual(['icon idle', 'tooltip Stint: no timer running', 'title ', 'menu of 6']);

    push({ revision: 2 });
    expect(told()).toEqual([]);

    push({ sync: sync({ rejected: 1 }) });
    expect(told()).toEqual(['icon attention', 'tooltip Stint: no timer running']);
  });

  it('goes on after a panel that refused what it was told, and tells it anew', async () => {
    const { time, push, told, surface } = setUp();
    told();
    const setTooltip = surface.setTooltip.bind(surface);
    surface.setTooltip = () => {
      throw new Error('no panel');
    };
    push({ timer: running() });
    expect(told()).toEqual(['icon running', 'error tray-not-drawn']);

    surface.setTooltip = setTooltip;
    await time.pass(60_000);
    expect(told()).toContainEqual(expect.stringContaining('tooltip'));
  });

  it('waits for nothing while no timer runs', () => {
    const { time, push } = setUp();
    push({ timer: running() });
    expect(time.pending()).toBe(1);

    push({});
    expect(time.pending()).toBe(0);
  });

  it('follows the running timer minute by minute, with one timeout', async () => {
    const { time, told, push } = setUp();
    push({ timer: running({ startAt: at('09:59:30') }) });
    told();

    await time.pass(29_999);
    expect(told()).toEqual([]);
    await time.pass(1);
    expect(told()).toEqual(['tooltip Write report, 1 min', 'title 00:01']);
    await time.pass(60_000);
    expect(told()).toEqual(['tooltip Write report, 2 min', 'title 00:02']);
    expect(time.pending()).toBe(1);
  });

  it('asks the core for nothing at a new minute, and at a new day for the new sums', async () => {
    const { time, push, looks, told } = setUp();
    const today = day({ endAt: at('10:02') });
    push({ timer: running({ startAt: at('09:59:30') }), today });
    const before = looks();

    await time.pass(60_000);
    expect(told().at(-1)).toBe('title 00:01');
    expect(looks()).toBe(before);
    await time.pass(90_000);
    expect(looks()).toBe(before + 1);
  });

  it('opens the popup at a left click, and starts and stops at a middle click', () => {
    const { tray, told, commands, push } = setUp();
    told();
    tray.click();
    expect(told()).toEqual(['popup toggle']);

    tray.middleClick();
    push({ timer: running() });
    tray.middleClick();
    expect(commands.map((command) => command.type)).toEqual(['timer/start', 'timer/stop']);
  });

  it('starts and stops at a left click where the person chose so', () => {
    const { tray, told, commands, push } = setUp();
    push({ settings: { ...snapshot().settings, leftClick: 'toggle' } });
    told();
    tray.click();

    expect(commands.map((command) => command.type)).toEqual(['timer/start']);
    expect(told()).toEqual([]);
  });

  it.each<[string, () => Promise<Result<undefined>>, string]>([
    [
      'refused',
      () => Promise.resolve({ ok: false, error: { kind: 'not-connected' } }),
      'warn tray-command-refused',
    ],
    ['broken', () => Promise.reject(new Error('disk')), 'error tray-command-threw'],
  ])('opens the popup when its command is %s', async (_name, answer, logged) => {
    const { tray, told } = setUp(answer);
    told();
    tray.middleClick();
    await settle();

    expect(told()).toEqual([logged, 'popup open']);
  });

  it('leaves nothing behind when disposed', () => {
    const { tray, time, listeners, push } = setUp();
    push({ timer: running() });
    tray.dispose();

    expect(time.pending()).toBe(0);
    expect(listeners.size).toBe(0);
  });
});
