import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundledFolders, writeNotices } from '../../scripts/licences/notices.mjs';
import { productionFolders } from '../../scripts/licences/packages.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stint-notices-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function install(path: string, manifest: object, licence?: string): string {
  const folder = join(root, path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  if (licence !== undefined) writeFileSync(join(folder, 'LICENSE.md'), licence);
  return folder;
}

const chunk = (modules: Readonly<Record<string, number>>) => ({
  modules: Object.fromEntries(
    Object.entries(modules).map(([id, renderedLength]) => [id, { renderedLength }]),
  ),
});

it('what is bundled is every package of which something is in a chunk, nested ones and scopes included', () => {
  const a = install('node_modules/a', { name: 'a', version: '1.0.0' });
  install('node_modules/a/esm', { type: 'module' });
  const nested = install('node_modules/a/node_modules/@b/c', { name: '@b/c', version: '2.0.0' });
  const font = install('node_modules/font', { name: 'font', version: '4.0.0' });
  const unused = install('node_modules/unused', { name: 'unused', version: '3.0.0' });
  const bundle = {
    'main.cjs': chunk({ [join(a, 'esm/index.js')]: 5, [join(root, 'src/main.ts')]: 9 }),
    'late.cjs': chunk({
      [`\0${join(nested, 'index.js')}?commonjs-exports`]: 3,
      [join(unused, 'x.js')]: 0,
    }),
    'style.css': { originalFileNames: ['src/style.css'] },
    'font.woff2': { originalFileNames: ['../node_modules/font/files/font.woff2'] },
  };
  expect(bundledFolders(bundle, root).sort()).toEqual([a, nested, font].sort());
});

it('what stands beside the bundles is what package.json depends on, and what that depends on', () => {
  install('.', { name: 'app', dependencies: { a: '1' }, devDependencies: { tool: '1' } });
  const a = install('node_modules/a', { name: 'a', version: '1.0.0', dependencies: { b: '1' } });
  const b = install('node_modules/b', { name: 'b', version: '1.0.0', dependencies: { a: '1' } });
  expect(productionFolders(root).sort()).toEqual([a, b]);
});

it('the notices name each package once, with its version and the text of its licence', () => {
  const a = install(
    'node_modules/a',
    { name: 'a', version: '1.2.3', license: 'MIT' },
    'Copyright A',
  );
  const b = install('node_modules/b', { name: 'b', version: '4.5.6', license: 'ISC' });
  const notices = writeNotices([b, a, a]);
  expect(notices).toContain('a 1.2.3\nLicence: MIT\n\nCopyright A\n');
  expect(notices).toContain('b 4.5.6\nLicence: ISC\n\nThe package brings no text of it.\n');
  expect(notices.match(/^a 1\.2\.3$/gm)).toHaveLength(1);
});

it('a package without any licence stops the build', () => {
  const folder = install('node_modules/a', { name: 'a', version: '1.2.3' });
  expect(() => writeNotices([folder])).toThrow('a 1.2.3 tells no licence');
});
