import type { Variant } from '../../bus/signature.ts';

/** What a method takes and gives, as signatures, and what it does. What it throws is the caller's fault. */
export type Method = {
  readonly takes: string;
  readonly gives: string;
  run(args: readonly unknown[]): readonly unknown[];
};

/** One interface at one path. */
export type BusObject = {
  readonly path: string;
  readonly interface: string;
  readonly methods: Readonly<Record<string, Method>>;
  /** By name, the signature of what each says. */
  readonly signals: Readonly<Record<string, string>>;
  /** All of them, though only one may be asked for. */
  properties(asked?: string): Readonly<Record<string, Variant>>;
};
