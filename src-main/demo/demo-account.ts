import { randomBytes } from 'node:crypto';
import type { Credential } from '#contract';
import { createFocusServer, type FocusServer } from './server.ts';
import { NO_SETTINGS } from './data/user-settings.ts';

export type DemoOptions = {
  /** Where the demo account keeps its own data. */
  readonly file: string;
  readonly log?: ((level: 'error', event: string) => void) | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
};

export type DemoAccount = {
  readonly baseUrl: string;
  readonly organizationId: number;
  readonly workspaceId: number;
  readonly credential: Credential;
};

export type EmbeddedDemo = {
  /** A demo that runs already answers with the same account. */
  start(): Promise<DemoAccount>;
  stop(): Promise<void>;
};

export const DEMO_ORGANIZATION_ID = 4_210_007;
export const DEMO_WORKSPACE_ID = 5_310_021;

/** A key in Toggl Focus' own shape: `toggl_sk_` and 32 hex digits. */
function freshKey(): string {
  return `toggl_sk_${randomBytes(16).toString('hex')}`;
}

/** The account of a person without one, inside the app. Its key is made anew at each start and stays in memory. */
export function createDemo({ file, log, now }: DemoOptions): EmbeddedDemo {
  let server: FocusServer | undefined;
  let account: Promise<DemoAccount> | undefined;

  async function launch(): Promise<DemoAccount> {
    const key = freshKey();
    const place = { organizationId: DEMO_ORGANIZATION_ID, workspaceId: DEMO_WORKSPACE_ID };
    const onError = () => log?.('error', 'demo-request-failed');
    server = createFocusServer({
      file,
      keys: [key],
      ...place,
      settings: NO_SETTINGS,
      now,
      onError,
    });
    const { baseUrl } = await server.start();
    return { baseUrl, ...place, credential: { kind: 'key', key } };
  }

  async function stop(): Promise<void> {
    const running = server;
    server = undefined;
    account = undefined;
    await running?.stop();
  }

  return {
    async start() {
      account ??= launch();
      try {
        return await account;
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
}
