/** Windows cuts a tooltip behind so many UTF-16 units. */
const LONGEST = 127;
/** Of Windows 11, which says a version of 10 and tells itself by its build alone. */
const FIRST_BUILD_OF_11 = 22_000;

/**
 * What the panel is to be given so that it shows this text. Up to Windows 10 it takes `&` for the mark of a
 * keyboard mnemonic and swallows it, and of three it shows one; Windows 11 shows all that there are.
 * Sources: electron/electron#14373, reupen/columns_ui#1010.
 */
export function tooltipText(text: string, platform: NodeJS.Platform, version: string): string {
  const build = Number(version.split('.')[2]);
  if (platform !== 'win32' || build >= FIRST_BUILD_OF_11) return text;
  const escaped = text.replaceAll('&', '&&&');
  // Rather without them than without the end.
  return escaped.length > LONGEST ? text : escaped;
}
