import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Toggl's own description of its API; it lies beside the project where there is a copy, and is never part of it. */
export const API_DESCRIPTION = fileURLToPath(
  new URL('../../../../shared/api/focus-swagger.json', import.meta.url),
);

export function hasApiDescription(): boolean {
  return existsSync(API_DESCRIPTION);
}

export type PrismProxy = {
  /** Stands in for the server's base address: no `/api` in it. */
  readonly baseUrl: string;
  stop(): Promise<void>;
};

/**
 * Prism between a client and `upstream` (an address that ends in `/api`): it passes everything on and
 * says in a header of each answer where request or answer break the description.
 */
export async function startPrismProxy(upstream: string): Promise<PrismProxy> {
  const require = createRequire(import.meta.url);
  const prism = require.resolve('@stoplight/prism-cli');
  const child = spawn(
    process.execPath,
    [prism, 'proxy', API_DESCRIPTION, upstream, '--port', '0', '--cors', 'false'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  };
  for await (const line of createInterface(child.stdout)) {
    const address = /Prism is listening on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stdout.resume();
      return { baseUrl: address, stop };
    }
  }
  throw new Error('Prism ended before it listened');
}

/** What Prism objected to in one request and its answer; warnings, such as an undescribed status, included. */
export function violationsOf(answer: Response): readonly string[] {
  const header = answer.headers.get('sl-violations');
  return header === null ? [] : [header];
}

export type WatchedFetch = {
  readonly fetch: typeof globalThis.fetch;
  /** Of all answers so far. */
  violations(): readonly string[];
};

/** A `fetch` for a client that does not show its answers' headers. */
export function createWatchedFetch(): WatchedFetch {
  const violations: string[] = [];
  return {
    async fetch(input, init) {
      const answer = await fetch(input, init);
      violations.push(...violationsOf(answer));
      return answer;
    },
    violations: () => violations,
  };
}
