import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'UTC';

const shared = { restoreMocks: true, unstubGlobals: true, retry: 0, passWithNoTests: false };

export default defineConfig({
  test: {
    // The decisions that nobody may leave untried: `npm run coverage`, and part of `npm run check`.
    coverage: {
      provider: 'v8',
      include: ['src-main/domain/**'],
      reporter: ['text'],
      thresholds: { 100: true },
    },
    projects: [
      {
        // Components as main draws them: into text.
        plugins: [svelte({ compilerOptions: { runes: true } })],
        test: {
          ...shared,
          name: 'main',
          environment: 'node',
          include: [
            'test/{contract,domain,app,adapters,desktop,demo,scripts,deaths,simulation,model,bench}/**/*.test.ts',
          ],
          setupFiles: ['test/support/no-accidents.ts'],
        },
      },
      {
        plugins: [svelte({ compilerOptions: { runes: true } }), svelteTesting()],
        test: {
          ...shared,
          name: 'renderer',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.ts'],
          setupFiles: ['test/renderer/popovers.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
