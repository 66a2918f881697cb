import type { App, ProxyConfig, Session, WebContents } from 'electron';
import type { Log } from '../../app/ports/ports.ts';
import type { Page } from './page-address-and-csp.ts';

/** Guards every session and every web contents from its first moment: call it before Electron is ready. */
export function guardApp(app: App, page: Page, log: Log): void {
  app.on('session-created', (session) => guardSession(session, log));
  app.on('web-contents-created', (_event, contents) => guardContents(contents, page, log));
}

/** For every session: no permission is ever given and nothing is ever downloaded. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log('warn', 'permission-refused', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    log('warn', 'download-refused');
    event.preventDefault();
  });
}

/**
 * For the popup's own session, which nothing but the page uses: main's requests to Toggl Focus go
 * through the default session, so the page can be cut off from the network as a whole.
 */
export function confineToPage(session: Session, page: Page, log: Log): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !page.mayLoad(details.url);
    if (cancel) log('warn', 'request-refused', { resource: details.resourceType });
    answer({ cancel });
  });
}

/**
 * For the popup's own session as well: its sockets have to pass through a proxy that there cannot be.
 * WebRTC over TCP asks neither the policy of the page nor `webRequest`, but the proxy it does take.
 */
export function deadEnd(page: Page): ProxyConfig {
  const { protocol, host } = new URL(page.url);
  const devServer = protocol === 'http:' ? [host] : [];
  return {
    mode: 'fixed_servers',
    // No name below `invalid` ever resolves (RFC 6761).
    proxyRules: 'socks5://stint.invalid:9',
    proxyBypassRules: ['<-loopback>', ...devServer].join(';'),
  };
}

/** For every web contents there will ever be: it stays on its page, alone, and opens nothing. */
export function guardContents(contents: WebContents, page: Page, log: Log): void {
  const refuse = (what: string) => log('warn', 'navigation-refused', { what });

  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && page.mayNavigate(event.url)) return;
    refuse(event.isMainFrame ? 'page' : 'frame');
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    refuse('redirect');
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    refuse('webview');
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => {
    refuse('window');
    return { action: 'deny' };
  });
  // WebRTC passes by webRequest and has no directive in the policy that Chromium obeys.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
