import { createFocus, type FocusOptions } from './focus-without-network.ts';
import { createListener } from './http-listener.ts';
import type { JournalEntry } from './data/request-journal.ts';

export type FocusServerOptions = FocusOptions & {
  /** Left out or 0: any free one. */
  readonly port?: number | undefined;
};

export type FocusServer = {
  /** `http://127.0.0.1:PORT/api`. Rejects where the port is taken. */
  start(): Promise<{ readonly baseUrl: string }>;
  /** Ends every connection and closes the data; a stopped server does not start again. */
  stop(): Promise<void>;
  /** The last 1000 requests that were let in, oldest first. */
  readJournal(): readonly JournalEntry[];
};

/** Toggl Focus on the loopback address, with data of its own. Throws where its file cannot be opened. */
export function createFocusServer(options: FocusServerOptions): FocusServer {
  const focus = createFocus(options);
  const listener = createListener({
    handle: (request) => focus.handle(request),
    admit: (authorization) => focus.admit(authorization),
  });
  return {
    async start() {
      const port = await listener.open(options.port ?? 0);
      return { baseUrl: `http://127.0.0.1:${port}/api` };
    },
    async stop() {
      await listener.close();
      focus.close();
    },
    readJournal: () => focus.journal.read(),
  };
}
