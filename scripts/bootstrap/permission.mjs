import { createInterface } from 'node:readline/promises';
import { capture } from './run.mjs';

const thisMachine = {
  isRoot: () => process.getuid() === 0,
  isCi: () => Boolean(process.env.CI),
  hasPerson: () => Boolean(process.stdin.isTTY && process.stderr.isTTY),
  sudoIsFree: async () => (await capture('sudo', ['-n', 'true'])).code === 0,
  async ask(question) {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await terminal.question(question);
    } finally {
      terminal.close();
    }
  },
};

/**
 * What to put before a command that only root may run: nothing for root, sudo where a person allows it
 * or where CI has it without a password. Undefined where nobody allows it.
 *
 * @param {string} purpose What root's rights are for, as the person is asked.
 */
export async function rootPrefix(purpose, machine = thisMachine) {
  if (machine.isRoot()) return [];
  if (machine.isCi()) return (await machine.sudoIsFree()) ? ['sudo', '-n'] : undefined;
  if (!machine.hasPerson()) return undefined;
  const answer = await machine.ask(`stint: ${purpose} Use sudo for it? [y/N] `);
  return /^y(es)?$/i.test(answer.trim()) ? ['sudo'] : undefined;
}
