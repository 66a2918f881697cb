import { parseSignature, type WireType } from '../../bus/signature.ts';
import type { BusObject } from './bus-object.ts';

/** What an object is able to, for panels and tools that look before they ask. */
export function introspectionOf(object: BusObject): string {
  const methods = Object.entries(object.methods).map(([name, { takes, gives }]) =>
    element('method', name, [...args(takes, 'in'), ...args(gives, 'out')]),
  );
  const signals = Object.entries(object.signals).map(([name, signature]) =>
    element('signal', name, args(signature)),
  );
  const properties = Object.entries(object.properties('')).map(
    ([name, { signature }]) => `<property name="${name}" type="${signature}" access="read"/>`,
  );
  const own = element('interface', object.interface, [...methods, ...signals, ...properties]);
  return `<node>${own}</node>`;
}

function element(kind: string, name: string, inside: readonly string[]): string {
  return `<${kind} name="${name}">${inside.join('')}</${kind}>`;
}

function args(signature: string, direction?: 'in' | 'out'): readonly string[] {
  const way = direction === undefined ? '' : ` direction="${direction}"`;
  return parseSignature(signature).map((type) => `<arg type="${written(type)}"${way}/>`);
}

function written({ code, inside }: WireType): string {
  const within = inside.map(written).join('');
  if (code === '(') return `(${within})`;
  return code === '{' ? `{${within}}` : code + within;
}
