import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { build } from 'vite';

const NATIVE = '@photostructure/sqlite';

/**
 * Bundles the child once, so that a life begins in a tenth of a second instead of one. Returns the
 * path of the script within `folder`.
 */
export async function bundleChild(folder: string): Promise<string> {
  const native = createRequire(import.meta.url).resolve(NATIVE);
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '../..'),
    plugins: [
      {
        name: 'native-by-path',
        enforce: 'pre',
        resolveId: (id) =>
          id === NATIVE ? { id: pathToFileURL(native).href, external: true } : undefined,
      },
    ],
    ssr: { noExternal: true, external: [] },
    build: {
      ssr: join(import.meta.dirname, 'child.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(folder, 'child.mjs');
}
