import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bundledPage,
  devPage,
  SET_STYLES,
} from '../../../src-main/desktop/security/page-address-and-csp.ts';
import { createPageHandler } from '../../../src-main/desktop/security/app-protocol.ts';

const page = bundledPage();
let folder: string;
let picture = '';
let handle: (request: Request) => Response;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-page-'));
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'drawn.html'), '<body><!--first picture--></body>');
  writeFileSync(join(root, 'assets/index-1.js'), 'export {};');
  writeFileSync(join(root, 'assets/index-1.js.map'), '{}');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  mkdirSync(join(folder, 'renderer-old'));
  writeFileSync(join(folder, 'renderer-old/secret.html'), 'secret');
  handle = createPageHandler(page, root, () => picture);
});

afterAll(() => rmSync(folder, { recursive: true }));

function ask(url: string, method = 'GET'): Response {
  return handle(new Request(url, { method }));
}

describe('the app:// protocol', () => {
  it.each<[string, string, string]>([
    ['app://stint/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://stint/index.html?theme=dark#top', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://stint/assets/index-1.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('serves %s', async (url, type, body) => {
    const response = ask(url);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });

  it('draws the first picture into the page, letter for letter', async () => {
    picture = '<p>$& and $1</p>';

    expect(await ask('app://stint/drawn.html').text()).toBe(
      `<body><p>$& and $1</p><script>${SET_STYLES}</script></body>`,
    );
  });

  it('adds nothing to the page where there is no picture', async () => {
    picture = '';

    expect(await ask('app://stint/drawn.html').text()).toBe('<body></body>');
  });

  it('lets the one script within the page run that sets styles, and no other', () => {
    const hash = createHash('sha256').update(SET_STYLES).digest('base64');

    expect(page.csp).toContain(`script-src 'self' 'sha256-${hash}';`);
  });

  it.each([
    'app://stint/missing.html',
    'app://stint/assets',
    'app://stint/assets/index-1.js.map',
    'app://stint/../secret.html',
    'app://stint/%2e%2e/secret.html',
    'app://stint/..%2fsecret.html',
    'app://stint/..%5csecret.html',
    'app://stint/assets/..%2f..%2fsecret.html',
    'app://stint/..%2frenderer-old%2fsecret.html',
    'app://stint//etc/passwd.html',
    'app://stint/index.html%00.js',
    'app://stint/%ff.html',
    'app://other/index.html',
    'app://stint.example.org/index.html',
    'data:image/png;base64,AAAA',
  ])('has nothing at %s', async (url) => {
    const response = ask(url);

    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('takes no other method than GET', () => {
    expect(ask('app://stint/', 'POST').status).toBe(405);
  });

  it('sends policy and nosniff with every answer, refusals too', () => {
    for (const url of ['app://stint/', 'app://stint/missing.html']) {
      const { headers } = ask(url);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('what the page may load', () => {
  it.each<[string, boolean]>([
    ['app://stint/assets/index.js', true],
    ['data:image/png;base64,AAAA', true],
    ['data:text/html,hello', false],
    ['app://stint.example.org/', false],
    ['https://focus.toggl.com/api', false],
    ['http://127.0.0.1:8080/', false],
    ['ws://127.0.0.1:8080/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/bundled/inspector.html', false],
  ])('in the app: %s %s', (url, may) => {
    expect(page.mayLoad(url)).toBe(may);
  });

  it('never lets the app leave its page, and a dev server only reload itself', () => {
    const dev = devPage('http://localhost:5173');

    expect(page.mayNavigate('app://stint/')).toBe(false);
    expect(dev.mayNavigate('http://localhost:5173/')).toBe(true);
    expect(dev.mayNavigate('http://localhost:51730/')).toBe(false);
    expect(dev.mayLoad('ws://localhost:5173/?token=1')).toBe(true);
    expect(dev.mayLoad('https://focus.toggl.com/api')).toBe(false);
  });
});
