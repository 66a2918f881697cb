import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import App from '../../../src-renderer/App.svelte';
import { fakeMain, type FakeMain } from '../support/open-popup.ts';
import { at, entry, running, snapshot, withEntries } from '../support/snapshots.ts';

beforeEach(() => {
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
  const frames = ['requestAnimationFrame', 'cancelAnimationFrame'] as const;
  vi.useFakeTimers({ now: at('14:55:07') + 400, toFake: [...timers, ...frames, 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function elapsed(): string {
  return screen.getByRole('timer', { name: 'Elapsed time' }).textContent.trim();
}

async function step(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await tick();
}

// Svelte queues one-off timers of no length; one millisecond lets them run out.
async function show(main: FakeMain, shown: boolean): Promise<void> {
  main.show(shown);
  await step(1);
}

test('Elapsed time steps at each full second while a timer runs', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(snapshot({ timer: running }));
  expect(elapsed()).toBe('1:24:07');
  await step(599);
  expect(elapsed()).toBe('1:24:07');
  await step(1);
  expect(elapsed()).toBe('1:24:08');
  await step(1000);
  expect(elapsed()).toBe('1:24:09');
});

test('The running session counts into the total of today', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(withEntries([entry({ state: 'delivered' })], { timer: running }));
  screen.getByRole('button', { name: '2:06 tracked' });
  await step(60_000);
  screen.getByRole('button', { name: '2:07 tracked' });
});

test('A session from before midnight counts into today from midnight on', async () => {
  const main = fakeMain();
  const startAt = (at('00:00:00') - 3_600_000) as ReturnType<typeof at>;
  vi.setSystemTime(at('00:10:00'));
  render(App, { bridge: main.bridge });
  await main.push(snapshot({ timer: { ...running, startAt } as typeof running }));
  expect(elapsed()).toBe('1:10:00');
  screen.getByRole('button', { name: '0:10 tracked' });
});

test('Nothing ticks while no timer runs', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(snapshot());
  await step(1000);
  expect(vi.getTimerCount()).toBe(0);
});

test('Nothing ticks while the popup is hidden, and the time is right when it shows again', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(snapshot({ timer: running }));
  expect(vi.getTimerCount()).toBe(1);
  await show(main, false);
  expect(vi.getTimerCount()).toBe(0);
  await step(60_000);
  await show(main, true);
  expect(elapsed()).toBe('1:25:07');
  expect(vi.getTimerCount()).toBe(1);
});

test('Now is marked where it is when the popup shows again, also where nothing ticks', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(snapshot());
  const mark = () => document.querySelector<HTMLElement>('.now')?.style.left;
  expect(mark()).toBe('69.167%');
  await show(main, false);
  await step(3_600_000);
  await show(main, true);
  expect(mark()).toBe('79.167%');
  expect(vi.getTimerCount()).toBe(0);
});

test('Ticking stops with the timer, and with the popup', async () => {
  const main = fakeMain();
  const { unmount } = render(App, { bridge: main.bridge });
  await main.push(snapshot({ timer: running }));
  await main.push(snapshot());
  await step(1);
  expect(vi.getTimerCount()).toBe(0);
  await main.push(snapshot({ timer: running }));
  unmount();
  await step(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(main.listeners).toBe(0);
});

test('The ticking text stands outside every live region', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(snapshot({ timer: running }));
  const timer = screen.getByRole('timer');
  expect(timer.getAttribute('aria-live')).toBe('off');
  expect(timer.closest('[role=status], [role=alert], [aria-live=polite]')).toBeNull();
});
