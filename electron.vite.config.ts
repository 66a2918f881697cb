import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { createNotices } from './scripts/licences/notices.mjs';

// Bundles target the oldest Electron that Stint runs on (33.2), whatever version is installed for its types.
const oldestNode = 'node20.18';
const oldestChrome = 'chrome130';

/** The class that keeps a component's style its own; it stands at every element, and longer it is weight alone. */
const cssHash = ({ hash, css }: { hash: (text: string) => string; css: string }): string =>
  `s${hash(css).slice(0, 4)}`;
const compilerOptions = { runes: true, cssHash };

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
      terserOptions: { module: true, ecma: 2020, compress: { passes: 3, keep_fargs: false } },
      modulePreload: false,
      // One style sheet for the whole page: the first picture comes before the scripts of its parts.
      cssCodeSplit: false,
      rolldownOptions: { input: { index: 'src-renderer/index.html' } },
    },
    plugins: [svelte({ compilerOptions }), notices()],
  },
});
