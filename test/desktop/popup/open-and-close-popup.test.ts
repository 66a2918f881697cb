import { describe, expect, it } from 'vitest';
import { snapshot } from '../../support/core/snapshots.ts';
import { opened, setUp } from './played-popup.ts';

describe('the popup', () => {
  it('has no window before the first click', () => {
    const { popup, windows } = setUp();
    popup.push(snapshot());
    popup.close();

    expect([windows.length, popup.id()]).toEqual([0, undefined]);
  });

  it('is shown once its first frame is drawn', () => {
    const { popup, windows, calls } = setUp();
    popup.toggle();
    expect(calls()).toEqual([]);

    windows[0]!.ready();
    expect(calls()).toEqual(['show 1']);
  });

  it('stays hidden when a second click took the first one back before the frame came', async () => {
    const { popup, time, windows, calls } = setUp();
    popup.toggle();
    await time.pass(400);
    popup.toggle();
    windows[0]!.ready();

    expect(calls()).toEqual(['hide 1']);
  });

  it('closes at the second click and opens the same window at the third', async () => {
    const { popup, time, windows, calls } = opened();
    await time.pass(400);
    popup.toggle();
    popup.toggle();

    expect([calls(), windows.length]).toEqual([['hide 1', 'show 1'], 1]);
  });

  it('stays closed when the click that blurred it arrives, and opens at the next', async () => {
    const { popup, windows, time, calls } = opened();
    windows[0]!.blur();
    await time.pass(150);
    popup.toggle();
    expect(calls()).toEqual(['hide 1']);

    popup.toggle();
    expect(calls()).toEqual(['show 1']);
  });

  it('stays open while the person is elsewhere where no icon would bring it back', () => {
    const { windows, calls } = opened({ staysOpen: true });
    windows[0]!.blur();
    expect(calls()).toEqual([]);
  });

  it('is made anew for its next opening once it is outdated: at once while hidden, else when it is closed', async () => {
    const { popup, time, windows, calls } = opened();
    popup.renew();
    expect(calls()).toEqual([]);

    popup.close();
    expect(calls()).toEqual(['hide 1', 'destroy 1']);

    popup.open();
    windows[1]!.ready();
    popup.close();
    popup.renew();
    expect(calls()).toEqual(['show 2', 'hide 2', 'destroy 2']);
    popup.open();
    windows[2]!.ready();
    await time.pass(1000);
    popup.close();
    expect(calls()).toEqual(['show 3', 'hide 3']);
  });

  it('opens at a click long after it was blurred', async () => {
    const { popup, windows, time, calls } = opened();
    windows[0]!.blur();
    await time.pass(400);
    popup.toggle();

    expect(calls()).toEqual(['hide 1', 'show 1']);
  });

  it('opens when asked to by name, even right after it was blurred', () => {
    const { popup, windows, calls } = opened();
    windows[0]!.blur();
    popup.open();

    expect(calls()).toEqual(['hide 1', 'show 1']);
  });

  it('stays open under a dialog of its own, and has the focus again after it', async () => {
    const { popup, windows, calls } = opened();
    let end: (file: string) => void = () => undefined;
    const asking = popup.whileBusy(() => new Promise<string>((resolve) => (end = resolve)));
    windows[0]!.blur();
    expect(calls()).toEqual([]);

    end('week.csv');
    expect(await asking).toBe('week.csv');
    expect(calls()).toEqual(['focus 1']);

    windows[0]!.blur();
    expect(calls()).toEqual(['hide 1']);
  });

  it('lets a dialog that fails leave nothing behind', async () => {
    const { popup, windows, calls } = opened();
    await expect(popup.whileBusy(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    calls();
    windows[0]!.blur();

    expect(calls()).toEqual(['hide 1']);
  });

  it('takes the focus back that Windows takes right after the click', async () => {
    const { windows, time, calls } = opened({ blurGraceMs: 400 });
    await time.pass(399);
    windows[0]!.blur();
    expect(calls()).toEqual(['focus 1']);

    await time.pass(1);
    windows[0]!.blur();
    expect(calls()).toEqual(['hide 1']);
  });

  it('goes after a minute out of sight, and comes back as a new window', async () => {
    const { popup, time, windows, calls } = opened();
    popup.close();
    await time.pass(60_000);
    expect([calls(), popup.id()]).toEqual([['hide 1', 'destroy 1'], undefined]);

    popup.toggle();
    expect(windows.length).toBe(2);
  });

  it('does not go while it is in use, and waits for nothing then', async () => {
    const { popup, time, calls } = opened();
    popup.close();
    await time.pass(59_999);
    popup.open();
    expect(time.pending()).toBe(0);
    await time.pass(120_000);

    expect(calls()).toEqual(['hide 1', 'show 1']);
  });

  it('keeps its window, however long it is out of sight, for a dialog that stands above it', async () => {
    const { popup, time, calls } = opened();
    let end: (file: string) => void = () => undefined;
    const asking = popup.whileBusy(() => new Promise<string>((resolve) => (end = resolve)));
    popup.close();
    await time.pass(600_000);
    expect(calls()).toEqual(['hide 1']);

    end('week.csv');
    await asking;
    await time.pass(59_999);
    expect(calls()).toEqual([]);

    await time.pass(1);
    expect(calls()).toEqual(['destroy 1']);
    expect(time.pending()).toBe(0);
  });

  it('forgets a window that is gone', () => {
    const { popup, windows } = opened();
    windows[0]!.gone();
    expect(popup.id()).toBeUndefined();

    popup.toggle();
    expect(windows.length).toBe(2);
  });

  it('takes its window along when disposed', () => {
    const { popup, time, calls } = opened();
    popup.close();
    popup.dispose();

    expect([calls(), time.pending()]).toEqual([['hide 1', 'destroy 1'], 0]);
  });
});
