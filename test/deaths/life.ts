import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Line, Orders } from './protocol.ts';

/** One run of the child. */
export type Life = {
  /** What a power cut does. Only the first call counts. */
  kill(): void;
  /** Resolves when it is gone and its last line was read; rejects when it ended by a fault of its own. */
  readonly over: Promise<void>;
};

export function beginLife(script: string, orders: Orders, onLine: (line: Line) => void): Life {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    const line = parse(text);
    if (line !== undefined) onLine(line);
  });
  async function end(): Promise<void> {
    const [[code, signal]] = (await Promise.all([once(child, 'close'), once(lines, 'close')])) as [
      [number | null, string | null],
      unknown,
    ];
    if (signal !== 'SIGKILL' && code !== 0) {
      throw new Error(`a life ended by itself (${code ?? signal}):\n${said.join('')}`);
    }
  }
  return { kill: () => child.kill('SIGKILL'), over: end() };
}

/** The last line of a life may be cut off. */
function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
