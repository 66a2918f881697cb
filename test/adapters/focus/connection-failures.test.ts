import { describe, expect, it } from 'vitest';
import { readConnectionFailure } from '../../../src-main/adapters/focus/connection-failures.ts';

const chromium = (code: string) => new Error(`net::${code}`);
const node = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('words'), { code }) });

describe('readConnectionFailure', () => {
  it.each([
    'ERR_INTERNET_DISCONNECTED',
    'ERR_CONNECTION_REFUSED',
    'ERR_CONNECTION_TIMED_OUT',
    'ERR_NAME_NOT_RESOLVED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_PROXY_CONNECTION_FAILED',
    'ERR_TUNNEL_CONNECTION_FAILED',
    'ERR_CERT_AUTHORITY_INVALID',
    'ERR_CERT_DATE_INVALID',
  ])('knows that net::%s comes before a request is sent', (code) => {
    expect(readConnectionFailure(chromium(code))).toEqual({ kind: 'before-sending', detail: code });
  });

  it.each([
    'ERR_CONNECTION_RESET',
    'ERR_CONNECTION_CLOSED',
    'ERR_CONNECTION_ABORTED',
    'ERR_EMPTY_RESPONSE',
    'ERR_NETWORK_CHANGED',
    'ERR_NETWORK_IO_SUSPENDED',
    'ERR_TIMED_OUT',
    'ERR_SSL_PROTOCOL_ERROR',
    'ERR_HTTP2_PROTOCOL_ERROR',
    'ERR_SOMETHING_OF_TOMORROW',
  ])('is unsure about net::%s', (code) => {
    expect(readConnectionFailure(chromium(code))).toEqual({ kind: 'unsure', detail: code });
  });

  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
  ])("knows Node's %s, which stands in the cause", (code) => {
    expect(readConnectionFailure(node(code))).toEqual({ kind: 'before-sending', detail: code });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])(
    "is unsure about Node's %s",
    (code) => {
      expect(readConnectionFailure(node(code))).toEqual({ kind: 'unsure', detail: code });
    },
  );

  it('knows the words of net.fetch for a redirect', () => {
    expect(readConnectionFailure(new Error('Redirect was cancelled')).kind).toBe('redirect');
  });

  it.each([
    ['a text', 'boom', 'boom'],
    ['nothing', undefined, 'undefined'],
  ])('is unsure about %s', (_what, thrown, detail) => {
    expect(readConnectionFailure(thrown)).toEqual({ kind: 'unsure', detail });
  });

  it('does not run in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(readConnectionFailure(error)).toEqual({ kind: 'unsure', detail: 'round' });
  });
});
