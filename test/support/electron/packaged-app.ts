import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packStint } from '../../bench/light/packaged.ts';
import { projectRoot } from './electron-app.ts';

export type PackagedApp = {
  readonly executable: string;
  /** Where the archive lies, and what stands beside it. */
  readonly resources: string;
};

/** What a packaged app is made of, besides the Electron at hand. */
const MADE_OF = ['out/.sources', 'electron-builder.yml', 'LICENSE', 'package.json'];

/**
 * The app as `npm run dist` packs it, fuses and all; made once for all tests of a build. Its fuses keep
 * Playwright out: drive it from outside, by the tray and `--remote-debugging-port`.
 */
export async function packagedApp(): Promise<PackagedApp> {
  const output = join(projectRoot, 'node_modules/.cache/stint/packaged');
  const stamp = join(output, 'made-of');
  const hash = createHash('sha256');
  for (const file of MADE_OF) hash.update(readFileSync(join(projectRoot, file)));
  const madeOf = hash.digest('hex');
  const executable = join(output, 'linux-unpacked/stint');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== madeOf) {
    await packStint(projectRoot, output);
    writeFileSync(stamp, madeOf);
  }
  return { executable, resources: join(dirname(executable), 'resources') };
}
