/** A year while it is still being typed lies before the first date, and leads nowhere: `0002` on the way to 2026. */
export const FIRST_DATE = '2000-01-01';
export const LAST_DATE = '2999-12-31';

/** A key in the field changes a part of the date, and more may follow: the cursor stays until one of these. */
export function endsTyping(key: string): boolean {
  return key === 'Enter' || key === 'Escape';
}
