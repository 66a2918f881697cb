/** The one page that Stint shows, where it comes from, and what it may load. */
export type Page = {
  readonly url: string;
  readonly origin: string;
  /** Sent as a header with the page. */
  readonly csp: string;
  /** Whether the page may request this address, be it a document, a script or a socket. */
  mayLoad(url: string): boolean;
  /** Whether the page may leave itself for this address: only a dev server's full reload does. */
  mayNavigate(url: string): boolean;
  /** Whether what has come from this address is the page. */
  isAt(url: string): boolean;
};

/** Its origin, `app://stint`, is a secure one of its own: no other page and no file shares it. */
export const APP_SCHEME = 'app';
const APP_ORIGIN = `${APP_SCHEME}://stint`;

/**
 * Comes after the first picture and sets the styles that travel aside with it: the policy lets a script do that and
 * no document. It runs before the picture is shown, which a script in a file of its own would hold up.
 */
export const SET_STYLES =
  "for (const it of document.querySelectorAll('[data-style]')) { it.style.cssText = it.dataset.style; delete it.dataset.style; }";
/** Of that script, letter for letter. */
const SET_STYLES_HASH = 'sha256-wt7YGz+0YhEbr/jEWbTvgKPzfQv9BZIezwICj0at/ZU=';

const APP_CSP = [
  "default-src 'none'",
  `script-src 'self' '${SET_STYLES_HASH}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The policy through which Svelte makes elements out of its compiled templates.
  'trusted-types svelte-trusted-html',
].join('; ');

export function bundledPage(): Page {
  return {
    url: `${APP_ORIGIN}/`,
    origin: APP_ORIGIN,
    csp: APP_CSP,
    mayLoad: (url) => url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('data:image/'),
    mayNavigate: () => false,
    isAt: (url) => url === `${APP_ORIGIN}/`,
  };
}

/** The page as Vite's dev server gives it, with what hot reload needs: inline code and a socket. */
export function devPage(serverUrl: string): Page {
  const { origin, host } = new URL(serverUrl);
  const own = [`${origin}/`, `ws://${host}/`, 'devtools://', 'data:image/'];
  return {
    url: serverUrl,
    origin,
    csp: [
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      `connect-src 'self' ws://${host}`,
    ].join('; '),
    mayLoad: (url) => own.some((prefix) => url.startsWith(prefix)),
    mayNavigate: (url) => url.startsWith(`${origin}/`),
    isAt: (url) => url.startsWith(`${origin}/`),
  };
}
