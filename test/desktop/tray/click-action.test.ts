import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import { toggleAction } from '../../../src-main/desktop/tray/click-action.ts';
import { running, snapshot } from '../../support/core/snapshots.ts';
import { task } from '../../support/values.ts';

const stop = { do: 'command', command: { type: 'timer/stop' } };
const open = { do: 'open-popup' };

function start(taskId: number | undefined, description: string | undefined) {
  return { do: 'command', command: { type: 'timer/start', taskId, description } };
}

describe('a click that starts and stops', () => {
  it.each<[string, Partial<Snapshot>, unknown]>([
    ['stops what runs', { timer: running() }, stop],
    [
      'stops what runs even after a disconnect',
      { timer: running(), account: { state: 'none' } },
      stop,
    ],
    ['starts the last task', {}, start(1, undefined)],
    [
      'starts the last description again',
      { last: { task: undefined, description: 'Tea' } },
      start(undefined, 'Tea'),
    ],
    [
      'keeps the description with the task',
      { last: { task: task(4), description: 'Tea' } },
      start(4, 'Tea'),
    ],
    ['opens the popup where nothing was tracked yet', { last: undefined }, open],
    [
      'opens the popup where the last entry names nothing',
      { last: { task: undefined, description: '' } },
      open,
    ],
    ['opens the popup without an account', { account: { state: 'none' } }, open],
  ])('%s', (_name, change, action) => {
    expect(toggleAction(snapshot(change))).toEqual(action);
  });
});
