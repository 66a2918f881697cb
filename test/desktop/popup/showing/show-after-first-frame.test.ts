import { describe, expect, it } from 'vitest';
import { whenReadyToShow } from '../../../../src-main/desktop/popup/showing/show-after-first-frame.ts';
import { createFakeTime } from '../../../support/core/fake-time.ts';

function setUp() {
  const time = createFakeTime(0);
  const reasons: string[] = [];
  const frame = whenReadyToShow(time, (because) => reasons.push(because));
  return { time, reasons, frame };
}

describe('the popup is ready to be shown', () => {
  it('with its first frame, which comes a little after the page', async () => {
    const { time, reasons, frame } = setUp();
    frame.loaded();
    await time.pass(20);
    expect(reasons).toEqual([]);

    frame.drawn();
    expect(reasons).toEqual(['drawn']);
  });

  it('with its page where nothing is drawn for a window that is hidden', async () => {
    const { time, reasons, frame } = setUp();
    frame.loaded();
    await time.pass(60);
    expect(reasons).toEqual(['loaded']);
  });

  it('after five seconds where the page has not come', async () => {
    const { time, reasons } = setUp();
    await time.pass(4_999);
    expect(reasons).toEqual([]);
    await time.pass(1);
    expect(reasons).toEqual(['late']);
  });

  it('once, whatever comes later', async () => {
    const { time, reasons, frame } = setUp();
    frame.drawn();
    frame.loaded();
    frame.drawn();
    await time.pass(10_000);
    expect(reasons).toEqual(['drawn']);
  });

  it('never once it is gone', async () => {
    const { time, reasons, frame } = setUp();
    frame.loaded();
    frame.gone();
    frame.drawn();
    await time.pass(10_000);
    expect(reasons).toEqual([]);
  });
});
