/** 402 with requests left is a limit of the plan, and not of the hour (facts, section 4): nothing else waits for it. */
export function isPlanLimit(quota: { readonly remaining: number } | undefined): boolean {
  return quota !== undefined && quota.remaining > 0;
}
