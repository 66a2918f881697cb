/** One complete type of a D-Bus signature: `a{sv}` is an array of entries of a text and a variant. */
export type WireType = { readonly code: string; readonly inside: readonly WireType[] };

/** A value that says its own type. */
export type Variant = { readonly signature: string; readonly value: unknown };

export const variant = (signature: string, value: unknown): Variant => ({ signature, value });

const ALIGNMENT: Readonly<Record<string, number>> = {
  y: 1,
  g: 1,
  v: 1,
  n: 2,
  q: 2,
  b: 4,
  i: 4,
  u: 4,
  h: 4,
  s: 4,
  o: 4,
  a: 4,
  x: 8,
  t: 8,
  d: 8,
  '(': 8,
  '{': 8,
};
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' };
/** Of the specification: 32 arrays in each other, and 32 structures. */
const MOST_DEPTH = 64;

/** Where a value of this type begins: at a multiple of so many bytes. */
export function alignmentOf({ code }: WireType): number {
  return ALIGNMENT[code] ?? 1;
}

/** Throws where it is no signature. */
export function parseSignature(signature: string): readonly WireType[] {
  let at = 0;

  function next(depth: number): WireType {
    const code = signature.charAt(at);
    at += 1;
    if (ALIGNMENT[code] === undefined || depth > MOST_DEPTH) {
      throw new TypeError(`"${signature}" is no signature`);
    }
    if (code === 'a') return { code, inside: [next(depth + 1)] };
    const closing = CLOSING[code];
    if (closing === undefined) return { code, inside: [] };
    const inside: WireType[] = [];
    while (signature.charAt(at) !== closing) inside.push(next(depth + 1));
    at += 1;
    if (inside.length === 0) throw new TypeError(`"${signature}" has an empty structure`);
    return { code, inside };
  }

  const types: WireType[] = [];
  while (at < signature.length) types.push(next(0));
  return types;
}
