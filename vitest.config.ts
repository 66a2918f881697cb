import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'UTC';

/** What measures time on a real desktop: alone on the machine, while the rest of e2e runs two files at once. */
const MEASURING = [
  'test/e2e/review/speed.test.ts',
  'test/e2e/review/year.test.ts',
  'test/e2e/answers/odd-answers.test.ts',
];
/** Each step of them has an end of its own, and a name; all of them together may meet a machine that has other work. */
const onDesktop = { environment: 'node', hookTimeout: 120_000, testTimeout: 180_000 } as const;

/** What depends on where a person is runs there too; everything else, and this once more, in UTC. */
const ZONES = ['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe'];
const OF_TIME = [
  'test/domain/day/{days-of-week,shown-length}.test.ts',
  'test/domain/export/csv-lines.test.ts',
  'test/adapters/clock/*.test.ts',
  'test/app/view/day-and-zone-change.test.ts',
  'test/renderer/typed/{typed-back,typed-time,typed-duration}.test.ts',
  'test/renderer/words/times-and-lengths.test.ts',
  'test/renderer/time/{wall-clock,named-ranges,timeline-geometry}.test.ts',
];

const shared = {
  restoreMocks: true,
  unstubGlobals: true,
  retry: 0,
  // Whoever hangs is ended; how fast anything has to be is said where it is measured.
  testTimeout: 120_000,
  passWithNoTests: false,
  // By itself Vitest leaves one core free, which is half of a small machine.
  maxWorkers: 2,
};

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
      // Words and calendars are as right in Node as in a window, and start in a moment there.
      ...ZONES.map((zone) => ({
        plugins: [svelte({ compilerOptions: { runes: true } })],
        test: {
          ...shared,
          name: `time in ${zone}`,
          environment: 'node' as const,
          env: { TZ: zone },
          include: OF_TIME,
          isolate: false,
        },
      })),
      {
        // What Node allows, Electron may forbid: whatever reaches files, sockets or a native module runs in
        // both. `npm test` starts these with Electron's binary.
        test: {
          ...shared,
          name: 'electron',
          environment: 'node',
          include: [
            'test/{adapters,demo}/**/*.test.ts',
            'test/app/store/*.test.ts',
            'test/desktop/dialogs/*-file*.test.ts',
          ],
          setupFiles: ['test/support/no-accidents.ts', 'test/support/inside-electron.ts'],
        },
      },
      {
        plugins: [svelte({ compilerOptions: { runes: true } }), svelteTesting()],
        test: {
          ...shared,
          name: 'renderer',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.ts'],
          setupFiles: ['test/renderer/support/popovers.ts'],
        },
      },
      {
        test: {
          ...shared,
          ...onDesktop,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: MEASURING,
        },
      },
      {
        test: {
          ...shared,
          ...onDesktop,
          name: 'e2e-alone',
          include: MEASURING,
          fileParallelism: false,
        },
      },
    ],
  },
});
