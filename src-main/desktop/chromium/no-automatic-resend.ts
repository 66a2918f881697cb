import type { App } from 'electron';

/**
 * Keeps Chromium from sending a request twice: call it before Electron is ready.
 *
 * Chromium repeats a request by itself, POST included, when a connection that served an earlier one
 * breaks before the answer (`HttpNetworkTransaction::ShouldResendRequest`); a server that had taken
 * the first one then has two entries. The client asks for a fresh connection with `Connection: close`,
 * and only HTTP/1.1 knows that header.
 */
export function sendOnce({ commandLine }: Pick<App, 'commandLine'>): void {
  commandLine.appendSwitch('disable-http2');
  commandLine.appendSwitch('disable-quic');
}
