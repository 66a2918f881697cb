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
    const { popup, windows, told } = setUp();
    popup.toggle();
    expect(told()).toEqual([]);

    windows[0]!.ready();
    expect(told()).toEqual(['show 1']);
  });

  it('stays hidden when a second click took the first one back before the frame came', async () => {
    const { popup, time, windows, told } = setUp();
    popup.toggle();
    await time.pass(400);
    popup.toggle();
    windows[0]!.ready();

    expect(told()).toEqual(['hide 1']);
  });

  it('closes at the second click and opens the same window at the third', async () => {
    const { popup, time, windows, told } = opened();
    await time.pass(400);
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

  it('stays open while the person is elsewhere where no icon would bring it back', () => {
    const { windows, told } = opened({ staysOpen: true });
    windows[0]!.blur();
    expect(told()).toEqual([]);
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

  it('keeps its window, however long it is out of sight, for a dialog that stands above it', async () => {
    const { popup, time, told } = opened();
    let end: (file: string) => void = () => undefined;
    const asking = popup.whileBusy(() => new Promise<string>((resolve) => (end = resolve)));
    popup.close();
    await time.pass(600_000);
    expect(told()).toEqual(['hide 1']);

    end('week.csv');
    await asking;
    await time.pass(59_999);
    expect(told()).toEqual([]);

    await time.pass(1);
    expect(told()).toEqual(['destroy 1']);
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
    const { popup, time, told } = opened();
    popup.close();
    popup.dispose();

    expect([told(), time.pending()]).toEqual([['hide 1', 'destroy 1'], 0]);
  });
});
