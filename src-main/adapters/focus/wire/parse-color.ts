import { shownText } from './absent-odd-and-long-fields.ts';

/** `#rgb` or `#rrggbb` to the second form; other notations are no colour. */
export const color = shownText.transform((text) => {
  const digits = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text ?? '')?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
});
