import { createFaultServer, type FaultServer, type FaultServerOptions } from './fault-server.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined for an empty body. */
  readonly body: unknown;
};

export type DemoApi = AsyncDisposable & {
  readonly server: FaultServer;
  /** `O/...` is within the workspace, `/...` within the API. A body that is a text is sent as it is. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  /** The body of an answer that must be 2xx. */
  get(path: string): Promise<unknown>;
  /** Creates an entry without a task, `{type: 'activity', ...fields}`, and returns its id. */
  create(fields: object): Promise<number>;
  /** With another Authorization header than the account's. */
  as(authorization: string | undefined): DemoApi['call'];
};

/** The demo server over real HTTP, as a client that shows everything of an answer. */
export async function openDemo(options: FaultServerOptions = {}): Promise<DemoApi> {
  const server = await createFaultServer(options);
  const { baseUrl, organizationId, workspaceId, credential } = server.account;
  const workspace = `/organizations/${organizationId}/workspaces/${workspaceId}`;

  const as = (authorization: string | undefined): DemoApi['call'] => {
    return async (method, path, body) => {
      const answer = await fetch(baseUrl + path.replace(/^O/, workspace), {
        method,
        headers: authorization === undefined ? {} : { authorization },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const { status, headers } = answer;
      return { status, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    };
  };
  const call = as(`Bearer ${credential.key}`);
  const demand = async (...request: Parameters<typeof call>) => {
    const { status, body } = await call(...request);
    if (status >= 300) throw new Error(`${request.join(' ')}: ${status} ${JSON.stringify(body)}`);
    return body;
  };

  return {
    server,
    as,
    call,
    get: (path) => demand('GET', path),
    async create(fields) {
      const body = await demand('POST', 'O/time-entries', { type: 'activity', ...fields });
      return (body as { readonly id: number }).id;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
