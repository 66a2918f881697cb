import { readFileSync } from 'node:fs';
import { extname, isAbsolute, join, relative } from 'node:path';
import type { CustomScheme } from 'electron';
import { APP_SCHEME, SET_STYLES, type Page } from './page-address-and-csp.ts';

/** To be registered before Electron is ready. */
export const PRIVILEGED_SCHEME: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** A closed table: whatever else may lie beside the page is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** In index.html, where the popup's first picture goes. */
const PICTURE_MARK = '<!--first picture-->';

/**
 * Answers `app://stint/...` with files of `root` and nothing else: 404 for what is not there, is
 * not below `root` or has no type in the table, 405 for anything but a read. `firstPicture` gives the HTML
 * of the page's body.
 */
export function createPageHandler(
  page: Page,
  root: string,
  firstPicture: () => string,
): (request: Request) => Response {
  const refuse = (status: number) => new Response(null, { status, headers: headersOf(page) });

  return (request) => {
    if (request.method !== 'GET') return refuse(405);
    const file = fileFor(page, root, request.url);
    const type = CONTENT_TYPES[extname(file ?? '')];
    if (file === undefined || type === undefined) return refuse(404);
    try {
      // A person waits for the popup: this takes a fraction of a millisecond, and asynchronously several.
      return new Response(bodyOf(file, firstPicture), {
        headers: { ...headersOf(page), 'content-type': type },
      });
    } catch {
      return refuse(404);
    }
  };
}

function bodyOf(file: string, firstPicture: () => string): string | Uint8Array<ArrayBuffer> {
  const content = readFileSync(file);
  if (extname(file) !== '.html') return new Uint8Array(content);
  const picture = firstPicture();
  const drawn = picture && `${picture}<script>${SET_STYLES}</script>`;
  // As a function, for what a person wrote may well stand for something in a replacement: "$&".
  return content.toString('utf8').replace(PICTURE_MARK, () => drawn);
}

function headersOf(page: Page): Record<string, string> {
  return { 'content-security-policy': page.csp, 'x-content-type-options': 'nosniff' };
}

/** The path below `root` that an address means, or undefined where it means none. */
function fileFor(page: Page, root: string, address: string): string | undefined {
  if (!page.mayLoad(address)) return undefined;
  const path = decoded(new URL(address).pathname);
  if (path === undefined || /[\\\0]/.test(path)) return undefined;
  const file = join(root, path === '/' ? 'index.html' : path);
  const below = relative(root, file);
  return below.startsWith('..') || isAbsolute(below) ? undefined : file;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
