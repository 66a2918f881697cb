import type { AppError } from './errors.ts';

/** How every command and search answers: errors cross the process border as values, never as throws. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
