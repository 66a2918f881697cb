import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { createNotices } from './scripts/licences/notices.mjs';

// Bundles target the oldest Electron that Stint runs on (33.2), whatever version is installed for its types.
const oldestNode = 'node20.18';
const oldestChrome = 'chrome130';

/** All components, in an order that main and the page, which are compiled apart, have in common. */
const components = readdirSync(join(import.meta.dirname, 'src-renderer'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

/**
 * The class that keeps a component's style its own; it stands at every element, and longer it is weight alone. No
 * class of a component's own begins with a capital.
 */
function cssHash({ filename }: { filename: string }): string {
  const file = filename.replaceAll('\\', '/');
  const at = components.findIndex((component) => file.endsWith(`src-renderer/${component}`));
  if (at === -1) throw new Error(`${filename} is not among the components`);
  return `S${at.toString(36)}`;
}

const compilerOptions = { runes: true, cssHash };

/**
 * A name for `undefined`, for what a minifier writes otherwise, `void 0`, is longer; and no word to components about
 * the slots of Svelte 4, which none of ours reads.
 */
const lighter = (): Plugin => ({
  name: 'lighter-page',
  renderChunk: (code) => ({
    code: `let undefined;${code.replaceAll(/,\s*\$\$slots: \{ default: true \}/g, '')}`,
    map: null,
  }),
});

const notices = createNotices(import.meta.dirname);

export default defineConfig({
  main: {
    // The popup's components, which draw its first picture in main.
    plugins: [svelte({ compilerOptions }), notices()],
    build: {
      target: oldestNode,
      minify: true,
      rolldownOptions: {
        input: { main: 'src-main/main.ts', 'demo-server': 'src-main/demo/standalone.ts' },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    plugins: [notices()],
    build: {
      target: oldestNode,
      rolldownOptions: {
        input: { preload: 'src-main/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    build: {
      target: oldestChrome,
      // Two kilobytes less than the builder's own minifier.
      minify: 'terser',
      terserOptions: {
        module: true,
        ecma: 2020,
        compress: {
          passes: 4,
          keep_fargs: false,
          hoist_funs: true,
          lhs_constants: false,
          // No function of the page is called with `new` but those of classes.
          unsafe_arrows: true,
          // Takes the name that `lighter` gives.
          unsafe_undefined: true,
        },
      },
      modulePreload: false,
      // One style sheet for the whole page: the first picture comes before the scripts of its parts.
      cssCodeSplit: false,
      rolldownOptions: { input: { index: 'src-renderer/index.html' } },
    },
    plugins: [svelte({ compilerOptions }), lighter(), notices()],
  },
});
