import { describe, expect, it } from 'vitest';
import { opened } from './played-popup.ts';

describe('the popup that was left', () => {
  it('waits for a pointer that is on its way from the icon, and closes where it does not come', async () => {
    const { windows, time, calls } = opened({ openingGraceMs: 1500 });
    await time.pass(300);
    windows[0]!.blur();
    await time.pass(1199);
    expect(calls()).toEqual([]);
    await time.pass(1);
    expect(calls()).toEqual(['hide 1']);
  });

  it('stays where the focus comes back in that time, and closes at once later', async () => {
    const { windows, time, calls } = opened({ openingGraceMs: 1500 });
    windows[0]!.blur();
    await time.pass(900);
    windows[0]!.focus();
    await time.pass(5000);
    expect([calls(), time.pending()]).toEqual([[], 0]);
    windows[0]!.blur();
    expect(calls()).toEqual(['hide 1']);
  });

  it('closes at a click on the icon while it waits, and opens at the next', async () => {
    const { popup, windows, time, calls } = opened({ openingGraceMs: 1500 });
    windows[0]!.blur();
    await time.pass(400);
    popup.toggle();
    expect(calls()).toEqual(['hide 1']);
    await time.pass(1500);
    popup.toggle();
    expect(calls()).toEqual(['show 1']);
  });

  it('does not open again at a click that comes right after it was closed for the focus', async () => {
    const { popup, windows, time, calls } = opened({ openingGraceMs: 1500 });
    windows[0]!.blur();
    await time.pass(1600);
    popup.toggle();
    expect(calls()).toEqual(['hide 1']);
  });

  it.each(['before', 'after'] as const)(
    'lets the pointer overshoot the edge, told %s the focus is gone',
    async (order) => {
      const { popup, windows, time, calls } = opened();
      popup.pointer(true);
      await time.pass(5000);
      if (order === 'before') popup.pointer(false);
      await time.pass(20);
      windows[0]!.blur();
      await time.pass(20);
      if (order === 'after') popup.pointer(false);
      await time.pass(500);
      popup.pointer(true);
      windows[0]!.focus();
      await time.pass(5000);
      expect([calls(), time.pending()]).toEqual([[], 0]);

      popup.pointer(false);
      windows[0]!.blur();
      await time.pass(599);
      expect(calls()).toEqual([]);
      await time.pass(1);
      expect(calls()).toEqual(['hide 1']);
    },
  );

  it('closes soon where the focus goes and the pointer stays, as by a key', async () => {
    const { popup, windows, time, calls } = opened();
    popup.pointer(true);
    await time.pass(5000);
    windows[0]!.blur();
    await time.pass(200);
    expect([calls(), time.pending()]).toEqual([['hide 1'], 1]);
  });

  it('closes at once at a click elsewhere, long after the pointer has left', async () => {
    const { popup, windows, time, calls } = opened();
    popup.pointer(true);
    popup.pointer(false);
    await time.pass(201);
    windows[0]!.blur();
    expect(calls()).toEqual(['hide 1']);
  });
});
