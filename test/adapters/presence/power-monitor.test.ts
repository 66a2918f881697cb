import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createPresence } from '../../../src-main/adapters/presence/power-monitor.ts';

function playedMonitor(seconds: number) {
  return Object.assign(new EventEmitter(), { getSystemIdleTime: () => seconds });
}

it('tells idleness in milliseconds, and where it is no length of time, nothing', () => {
  expect(createPresence(playedMonitor(61)).idleMs()).toBe(61_000);
  expect(createPresence(playedMonitor(-1)).idleMs()).toBeUndefined();
  expect(createPresence(playedMonitor(Number.NaN)).idleMs()).toBeUndefined();
});

it('passes on locking and sleep until it is told to stop', () => {
  const monitor = playedMonitor(0);
  const told: string[] = [];
  const stop = createPresence(monitor).onSign((kind) => told.push(kind));
  for (const event of ['lock-screen', 'unlock-screen', 'suspend', 'resume']) monitor.emit(event);
  expect(told).toEqual(['lock', 'unlock', 'suspend', 'resume']);
  stop();
  expect(monitor.eventNames()).toEqual([]);
});
