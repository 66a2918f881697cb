import { describe, expect, it } from 'vitest';
import { readConnectionFailure } from '../../../../src-main/adapters/focus/transport/connection-failures.ts';
import { OfflineFromTheStart } from '../../../../src-main/adapters/focus/transport/offline-from-the-start.ts';

const chromium = (code: string) => new Error(`net::${code}`);
const node = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('words'), { code }) });

describe('readConnectionFailure', () => {
  it.each([
    ['ERR_CONNECTION_REFUSED', 'refused'],
    ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
    ['ERR_NAME_NOT_RESOLVED', 'name'],
    ['ERR_DNS_TIMED_OUT', 'name'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_CERT_DATE_INVALID', 'certificate'],
  ])('knows that net::%s comes before a request is sent, and why: %s', (detail, cause) => {
    const failure = { kind: 'before-sending', cause, detail };
    expect(readConnectionFailure(chromium(detail))).toEqual(failure);
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
    ['ECONNREFUSED', 'refused'],
    ['ENOTFOUND', 'name'],
    ['EAI_AGAIN', 'name'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ])("knows Node's %s, which stands in the cause: %s", (detail, cause) => {
    const failure = { kind: 'before-sending', cause, detail };
    expect(readConnectionFailure(node(detail))).toEqual(failure);
  });

  it.each(['ERR_INTERNET_DISCONNECTED', 'ERR_ADDRESS_UNREACHABLE'])(
    'believes that nothing was sent with net::%s only where there was no network from the start',
    (detail) => {
      const early = { kind: 'before-sending', cause: 'network', detail };
      const failure = chromium(detail);
      expect(readConnectionFailure(new OfflineFromTheStart(failure))).toEqual(early);
      expect(readConnectionFailure(failure)).toEqual({ kind: 'unsure', detail });
    },
  );

  it('is unsure about a reset also where there was no network from the start', () => {
    const detail = 'ERR_CONNECTION_RESET';
    const thrown = new OfflineFromTheStart(chromium(detail));
    expect(readConnectionFailure(thrown)).toEqual({ kind: 'unsure', detail });
  });

  it.each(['EHOSTUNREACH', 'ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])(
    "is unsure about Node's %s",
    (code) => {
      expect(readConnectionFailure(node(code))).toEqual({ kind: 'unsure', detail: code });
    },
  );

  it.each([
    'ERR_PROXY_AUTH_UNSUPPORTED',
    'ERR_PROXY_AUTH_REQUESTED',
    'ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION',
  ])('knows that net::%s is a proxy that wants a sign-in', (code) => {
    expect(readConnectionFailure(chromium(code))).toEqual({ kind: 'proxy-sign-in', detail: code });
  });

  it('keeps a sign-in that no proxy of this computer asked for apart from that', () => {
    const detail = 'ERR_UNEXPECTED_PROXY_AUTH';
    expect(readConnectionFailure(chromium(detail))).toEqual({ kind: 'sign-in-from-afar', detail });
  });

  it.each([
    'ERR_PROXY_CERTIFICATE_INVALID',
    'ERR_NO_SUPPORTED_PROXIES',
    'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
    'ERR_SOCKS_CONNECTION_FAILED',
    'ERR_SOCKS_CONNECTION_HOST_UNREACHABLE',
    'ERR_PAC_SCRIPT_FAILED',
    'ERR_PAC_NOT_IN_DHCP',
  ])('knows that with net::%s no request gets past the proxy', (code) => {
    const failure = { kind: 'before-sending', cause: 'proxy', detail: code };
    expect(readConnectionFailure(chromium(code))).toEqual(failure);
  });

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
