/** A month, longer than any session or plan: bounds the index range that can touch a day. */
export const LONGEST_SPAN_MS = 31 * 86_400_000;
