/** So long a call may wait, mostly for a person at an unlock prompt. Then the keychain counts as locked. */
export const LONGEST_UNLOCK_PROMPT_MS = 30_000;
