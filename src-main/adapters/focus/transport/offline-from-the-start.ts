import type { Fetch } from './fetch-port.ts';

/** What failed while the computer had no network from the request's beginning; the failure is its cause. */
export class OfflineFromTheStart extends Error {
  constructor(failure: unknown) {
    super('no network', { cause: failure });
    this.name = 'OfflineFromTheStart';
  }
}

/**
 * A `fetch` that tells whether the computer was offline when a request began. Without that, "no route to the host" says
 * nothing: a connection that stood, and had taken the request, fails in the same words when its network goes.
 */
export function noticeOffline(fetch: Fetch, isOnline: () => boolean): Fetch {
  return async (url, init) => {
    if (isOnline()) return fetch(url, init);
    try {
      return await fetch(url, init);
    } catch (failure) {
      throw new OfflineFromTheStart(failure);
    }
  };
}
