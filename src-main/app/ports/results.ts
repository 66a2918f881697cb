import type { AppError, Result } from '#contract';

export const DONE: Result<undefined> = { ok: true, value: undefined };

export function refuse(error: AppError): Result<never> {
  return { ok: false, error };
}
