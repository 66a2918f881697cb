/** How a spreadsheet of this system takes a table apart. */
export type CsvStyle = { readonly separator: ',' | ';'; readonly decimal: '.' | ',' };

/** Their systems separate by semicolons although they write a point. */
const SEMICOLON_REGIONS = ['CH', 'LI'];

/**
 * The list separator of the system, which Excel goes by, is a semicolon where the comma stands in numbers.
 * Of the locale that numbers are written in.
 */
export function csvStyleOf(numbers: string): CsvStyle {
  const parts = new Intl.NumberFormat(numbers).formatToParts(1.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  const { region } = new Intl.Locale(numbers).maximize();
  const separated = decimal === ',' || SEMICOLON_REGIONS.some((each) => each === region);
  return { separator: separated ? ';' : ',', decimal };
}
