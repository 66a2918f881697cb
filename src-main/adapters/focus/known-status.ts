type Received = {
  readonly statusCode: number;
  readonly responseHeaders?: Record<string, string[]> | undefined;
};

/**
 * What `webRequest.onHeadersReceived` answers. `net.fetch` makes a `Response` of any status, and that throws beyond 599
 * where nobody can catch it: Electron then stops the app behind a box about a JavaScript error. No status of Toggl's is
 * there, so it is a bad gateway's.
 */
export function withKnownStatus({ statusCode, responseHeaders }: Received): {
  readonly statusLine?: string;
  readonly responseHeaders?: Record<string, string[]>;
} {
  if (statusCode >= 200 && statusCode <= 599) return {};
  return { statusLine: 'HTTP/1.1 502 Bad Gateway', responseHeaders: responseHeaders ?? {} };
}
