import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Regular files below the folder; sockets and pipes hold no text, links lead elsewhere. */
function filesBelow(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).filter((path) => lstatSync(path).isFile());
}

/** The files below the folder that hold one of the texts, in UTF-8 or UTF-16; call it while nothing writes there. */
export function filesHolding(folder: string, texts: readonly string[]): readonly string[] {
  return filesBelow(folder).filter((path) => {
    const content = readFileSync(path);
    return texts.some(
      (text) => content.includes(text, 0, 'utf8') || content.includes(text, 0, 'utf16le'),
    );
  });
}

/** A key as it is, and as it would stand in an encoded text: the parts of its base64 at each alignment. */
export function formsOfKey(key: string): readonly string[] {
  const base64 = (before: number) => {
    const padded = Buffer.from(' '.repeat(before) + key).toString('base64');
    // The first and the last group of four also depend on what stands around the key.
    return padded.slice(4, -4);
  };
  return [key, base64(0), base64(1), base64(2)];
}
