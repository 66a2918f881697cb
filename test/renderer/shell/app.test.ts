import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import App from '../../../src-renderer/App.svelte';
import { fakeMain } from '../support/open-popup.ts';
import { entry, snapshot, withEntries } from '../support/snapshots.ts';

test('The popup listens before it says that it is ready, and draws a frame until main answers', () => {
  const main = fakeMain();
  let listenersWhenReady = 0;
  const bridge = {
    ...main.bridge,
    command: (command: Parameters<typeof main.bridge.command>[0]) => {
      listenersWhenReady = main.listeners;
      return main.bridge.command(command);
    },
  };
  render(App, { bridge });
  expect(main.commands).toEqual([{ type: 'popup/ready' }]);
  // To snapshots, and to being shown.
  expect(listenersWhenReady).toBe(2);
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  expect(screen.queryByRole('button')).toBeNull();
});

test('Each snapshot replaces all of what was drawn before', async () => {
  const main = fakeMain();
  render(App, { bridge: main.bridge });
  await main.push(withEntries([entry({ state: 'waiting' })]));
  screen.getByText('waiting to send');
  await main.push(withEntries([entry({ state: 'delivered' })]));
  expect(screen.queryByText('waiting to send')).toBeNull();
  await main.push(snapshot({ account: { state: 'none' } }));
  screen.getByRole('button', { name: 'Connect' });
});

test('A command that main refuses to take is an error with words, not a dead button', async () => {
  const main = fakeMain();
  const bridge = { ...main.bridge, command: () => Promise.reject(new Error('refused')) };
  render(App, { bridge });
  await main.push(snapshot());
  screen.getByRole('button', { name: 'Refresh' }).click();
  expect((await screen.findByRole('alert')).textContent).toContain('start it again');
});
