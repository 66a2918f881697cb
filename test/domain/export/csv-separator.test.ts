import { expect, it } from 'vitest';
import { csvStyleOf } from '../../../src-main/domain/export/csv-separator.ts';

it.each([
  ['en-US', ',', '.'],
  ['en-GB', ',', '.'],
  ['ja-JP', ',', '.'],
  ['de-DE', ';', ','],
  ['fr-FR', ';', ','],
  ['pt-BR', ';', ','],
  ['sv-SE', ';', ','],
  ['de-CH', ';', '.'],
  ['ar-EG-u-nu-latn', ',', '.'],
])('separates cells and decimals as spreadsheets of %s do', (numbers, separator, decimal) => {
  expect(csvStyleOf(numbers)).toEqual({ separator, decimal });
});
