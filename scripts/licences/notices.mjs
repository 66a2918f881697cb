import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describePackage, packageFolderOf, productionFolders } from './packages.mjs';

/** Where `npm run build` leaves the licences of all that is in the bundles and beside them. */
const NOTICES = 'out/THIRD-PARTY-NOTICES.txt';

const INTRODUCTION = `Stint itself is under the MIT licence, see LICENSE. It contains the packages below, each under the licence
that follows its name. Electron and Chromium, on which it runs, bring their own notices with them.
SQLite, which is part of @photostructure/sqlite, is in the public domain (https://sqlite.org/copyright.html).`;

const require = createRequire(import.meta.url);

/** Helpers that the builder puts into a bundle by itself, under names that are no files. */
const HELPERS = [
  { mark: '\0vite/', builder: 'vite' },
  { mark: '\0rolldown/', builder: 'rolldown' },
];

function folderOf(id) {
  const helper = HELPERS.find(({ mark }) => id.startsWith(mark));
  if (helper) return packageFolderOf(require.resolve(helper.builder));
  return packageFolderOf(id.replace(/^\0/, '').replace(/\?.*$/, ''));
}

/** A file that is copied as it is, a font for one, is told from the folder of the page; its package lies below the root. */
const belowRoot = (root, name) =>
  join(root, name.slice(Math.max(name.indexOf('node_modules/'), 0)));

/** The folders of the packages of which something is really in the bundle. */
export function bundledFolders(bundle, root) {
  const ids = Object.values(bundle).flatMap(({ modules = {}, originalFileNames = [] }) => [
    ...Object.entries(modules)
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([id]) => id),
    ...originalFileNames.map((name) => belowRoot(root, name)),
  ]);
  return [...new Set(ids.map(folderOf))].filter((folder) => folder !== undefined);
}

/** One text for all packages, each once. Throws where a package brings no licence text and names none. */
export function writeNotices(folders) {
  const packages = [...new Set(folders)].map(describePackage);
  const parts = packages.map(({ name, version, licence, texts }) => {
    if (texts.length === 0 && !licence) throw new Error(`${name} ${version} tells no licence`);
    const text = texts.length > 0 ? texts.join('\n\n') : 'The package brings no text of it.';
    return `${name} ${version}\nLicence: ${licence ?? 'see below'}\n\n${text}`;
  });
  return [INTRODUCTION, ...[...new Set(parts)].sort()].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/**
 * A plugin for each of the builds of one run: whichever is the last one leaves the notices of them all.
 *
 * @param {string} root
 */
export function createNotices(root) {
  const folders = new Set(productionFolders(root));
  return () => ({
    name: 'stint-notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const folder of bundledFolders(bundle, root)) folders.add(folder);
    },
    writeBundle() {
      const file = join(root, NOTICES);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, writeNotices(folders));
    },
  });
}
