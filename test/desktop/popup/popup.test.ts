import { describe, expect, it } from 'vitest';
import { createPopup, type PopupEvents } from '../../../src-main/desktop/popup/popup.ts';
import { createFakeTime } from '../../support/fake-time.ts';
import { snapshot } from '../../support/snapshots.ts';

function setUp({ blurGraceMs = 0 } = {}) {
  const time = createFakeTime(0);
  const told: string[] = [];
  const windows: PopupEvents[] = [];
  const popup = createPopup({
    createWindow: (events) => {
      const id = windows.push(events);
      const tell = (what: string) => () => void told.push(`${what} ${id}`);
      return {
        id,
        show: tell('show'),
        hide: tell('hide'),
        focus: tell('focus'),
        push: tell('push'),
        destroy: tell('destroy'),
      };
    },
    clock: time,
    timers: time,
    keepHiddenMs: () => 60_000,
    blurGraceMs,
  });
  return { popup, time, windows, told: () => told.splice(0) };
}

function opened(options?: { blurGraceMs?: number }) {
  const it = setUp(options);
  it.popup.toggle();
  it.windows[0]!.ready();
  it.told();
  return it;
}

describe('the popup', () => {
  it('has no window before the first click', () => {
    const { popup, windows } = setUp();
    popup.push(snapshot());
    popup.close();

    expect([windows.length, popup.id()]).toEqual([0, undefined]);
  });

  it('is shown once its first frame is drawn', () => {
    const { popup, windows, told } = setUp();
    popup.toggle();
    expect(told()).toEqual([]);

    windows[0]!.ready();
    expect(told()).toEqual(['show 1']);
  });

  it('stays hidden when a second click took the first one back before the frame came', () => {
    const { popup, windows, told } = setUp();
    popup.toggle();
    popup.toggle();
    windows[0]!.ready();

    expect(told()).toEqual(['hide 1']);
  });

  it('closes at the second click and opens the same window at the third', () => {
    const { popup, windows, told } = opened();
    popup.toggle();
    popup.toggle();

    expect([told(), windows.length]).toEqual([['hide 1', 'show 1'], 1]);
  });

  it('stays closed when the click that blurred it arrives, and opens at the next', async () => {
    const { popup, windows, time, told } = opened();
    windows[0]!.blur();
    await time.pass(150);
    popup.toggle();
    expect(told()).toEqual(['hide 1']);

    popup.toggle();
    expect(told()).toEqual(['show 1']);
  });

  it('opens at a click long after it was blurred', async () => {
    const { popup, windows, time, told } = opened();
    windows[0]!.blur();
    await time.pass(400);
    popup.toggle();

    expect(told()).toEqual(['hide 1', 'show 1']);
  });

  it('opens when asked to by name, even right after it was blurred', () => {
    const { popup, windows, told } = opened();
    windows[0]!.blur();
    popup.open();

    expect(told()).toEqual(['hide 1', 'show 1']);
  });

  it('stays open under a dialog of its own, and has the focus again after it', async () => {
    const { popup, windows, told } = opened();
    let end: (file: string) => void = () => undefined;
    const asking = popup.whileBusy(() => new Promise<string>((resolve) => (end = resolve)));
    windows[0]!.blur();
    expect(told()).toEqual([]);

    end('week.csv');
    expect(await asking).toBe('week.csv');
    expect(told()).toEqual(['focus 1']);

    windows[0]!.blur();
    expect(told()).toEqual(['hide 1']);
  });

  it('lets a dialog that fails leave nothing behind', async () => {
    const { popup, windows, told } = opened();
    await expect(popup.whileBusy(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    told();
    windows[0]!.blur();

    expect(told()).toEqual(['hide 1']);
  });

  it('takes the focus back that Windows takes right after the click', async () => {
    const { windows, time, told } = opened({ blurGraceMs: 400 });
    await time.pass(399);
    windows[0]!.blur();
    expect(told()).toEqual(['focus 1']);

    await time.pass(1);
    windows[0]!.blur();
    expect(told()).toEqual(['hide 1']);
  });

  it('goes after a minute out of sight, and comes back as a new window', async () => {
    const { popup, time, windows, told } = opened();
    popup.close();
    await time.pass(60_000);
    expect([told(), popup.id()]).toEqual([['hide 1', 'destroy 1'], undefined]);

    popup.toggle();
    expect(windows.length).toBe(2);
  });

  it('does not go while it is in use, and waits for nothing then', async () => {
    const { popup, time, told } = opened();
    popup.close();
    await time.pass(59_999);
    popup.open();
    expect(time.pending()).toBe(0);
    await time.pass(120_000);

    expect(told()).toEqual(['hide 1', 'show 1']);
  });

  it('forgets a window that is gone', () => {
    const { popup, windows } = opened();
    windows[0]!.gone();
    expect(popup.id()).toBeUndefined();

    popup.toggle();
    expect(windows.length).toBe(2);
  });

  it('takes its window along when disposed', () => {
    const { popup, time, told } = opened();
    popup.close();
    popup.dispose();

    expect([told(), time.pending()]).toEqual([['hide 1', 'destroy 1'], 0]);
  });
});
