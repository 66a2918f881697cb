import { expect, it } from 'vitest';
import {
  judgePress,
  SLIP_MS,
  type LastPress,
  type TimerPress,
} from '../../../src-main/domain/timer/double-press.ts';

const last: LastPress = { taskId: 1, description: 'tea', atMs: 5000, began: true };
const ended = { ...last, began: false };
const start: TimerPress = { kind: 'start', taskId: 1, description: 'tea' };
const stop: TimerPress = { kind: 'stop' };

type Case = {
  name: string;
  press: TimerPress;
  before?: LastPress;
  nowMs: number;
  judgement: ReturnType<typeof judgePress>;
};

const other: TimerPress = { ...start, taskId: 2 };
const without: TimerPress = { ...start, description: undefined };
const nothing: TimerPress = { ...without, taskId: undefined };

it.each<Case>([
  { name: 'Stop so soon', press: stop, before: last, nowMs: 5999, judgement: 'slip' },
  { name: 'the same work so soon', press: start, before: last, nowMs: 5999, judgement: 'slip' },
  { name: 'the work just ended', press: start, before: ended, nowMs: 5999, judgement: 'slip' },
  { name: 'Stop after an end', press: stop, before: ended, nowMs: 5999, judgement: 'slip' },
  { name: 'another task', press: other, before: last, nowMs: 5001, judgement: 'correction' },
  {
    name: 'another description',
    press: without,
    before: last,
    nowMs: 5001,
    judgement: 'correction',
  },
  { name: 'other work after an end', press: other, before: ended, nowMs: 5001, judgement: 'meant' },
  {
    name: 'a start of nothing so soon',
    press: nothing,
    before: last,
    nowMs: 5999,
    judgement: 'slip',
  },
  { name: 'nothing after an end', press: nothing, before: ended, nowMs: 5999, judgement: 'slip' },
  { name: 'nothing later', press: nothing, before: ended, nowMs: 6000, judgement: 'meant' },
  {
    name: 'another task a second later',
    press: other,
    before: last,
    nowMs: 6000,
    judgement: 'meant',
  },
  { name: 'Stop a second later', press: stop, before: last, nowMs: 6000, judgement: 'meant' },
  {
    name: 'the same work a second later',
    press: start,
    before: last,
    nowMs: 6000,
    judgement: 'meant',
  },
  { name: 'the first press of all', press: start, nowMs: 5001, judgement: 'meant' },
])('judges $name', ({ press, before, nowMs, judgement }) => {
  expect(judgePress(press, before, { nowMs, slipMs: SLIP_MS })).toBe(judgement);
});
