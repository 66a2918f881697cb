/**
 * The part of `fetch` that the client needs. Both Electron's `net.fetch` (system proxies and
 * certificates) and Node's own fit; pass `(url, init) => net.fetch(url, init)`.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export type FetchInit = {
  readonly method: Method;
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** The session's cookies stay out, and a 401 never raises Electron's login dialogue. */
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  /** Node hands out the 3xx; `net.fetch` throws "Redirect was cancelled". Neither follows. */
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type FetchResponse = {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
};

export type BodyReader = {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
};
