/** A month: nobody tracks longer in one go, and no form makes an entry, or a running timer, longer. */
export const LONGEST_ENTRY_MS = 31 * 86_400_000;
