import { expect, it, vi } from 'vitest';
import type { Fetch } from '../../../../src-main/adapters/focus/transport/fetch-port.ts';
import {
  noticeOffline,
  OfflineFromTheStart,
} from '../../../../src-main/adapters/focus/transport/offline-from-the-start.ts';

const failure = new Error('net::ERR_INTERNET_DISCONNECTED');
const init = {} as Parameters<Fetch>[1];

it('tells a failure while the computer was online as it is', async () => {
  const fetch = noticeOffline(
    () => Promise.reject(failure),
    () => true,
  );
  await expect(fetch('url', init)).rejects.toBe(failure);
});

it('tells that there was no network when the request began, whatever there is when it fails', async () => {
  const isOnline = vi.fn(() => false);
  const fetch = noticeOffline(() => {
    isOnline.mockReturnValue(true);
    return Promise.reject(failure);
  }, isOnline);
  await expect(fetch('url', init)).rejects.toEqual(new OfflineFromTheStart(failure));
});

it('does not tell so where the network went after the request began', async () => {
  const isOnline = vi.fn(() => true);
  const fetch = noticeOffline(() => {
    isOnline.mockReturnValue(false);
    return Promise.reject(failure);
  }, isOnline);
  await expect(fetch('url', init)).rejects.toBe(failure);
});

it('tries all the same: a server on this computer needs no network', async () => {
  const answer = {} as Awaited<ReturnType<Fetch>>;
  const fetch = noticeOffline(
    () => Promise.resolve(answer),
    () => false,
  );
  await expect(fetch('url', init)).resolves.toBe(answer);
});
