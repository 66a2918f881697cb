import { spawn } from 'node:child_process';

/**
 * Runs a program with this terminal as its own and resolves with its exit code. A program that cannot
 * be started rejects; one that a signal ended counts as 1.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a program quietly and resolves with its exit code and all that it said, both streams in one. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** The npm that runs this script, or the one on the PATH: [command, first arguments, options]. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, [script], {}];
  const windows = process.platform === 'win32';
  return [windows ? 'npm.cmd' : 'npm', [], { shell: windows }];
}

/** Ends the script with words for the person instead of a stack: what happened and what to do next. */
export class Refusal extends Error {}

/** Runs a script's main function: its value is the exit code, a Refusal is told in words. */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`stint: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Progress of the preparation, told apart from what the app or the tests print: their output may be read by a program. */
export function say(text) {
  console.error(`stint: ${text}`);
}
