import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../../src-main/domain/search/fold-letters.ts';
import { holdsWords, wordsOf } from '../../../src-main/domain/search/rank-tasks.ts';

it.each([
  ['isik', 'Işık'],
  ['ışık', 'ISIK'],
  ['istanbul', 'İstanbul'],
  ['ABC', 'ＡＢＣ'],
  ['ＡＢＣ', 'abc'],
  ['gama', 'Gamma'],
  ['adress', 'Address'],
  ['muller', 'Müller'],
  ['strasse', 'Straße'],
  ['aerosol', 'Ærosol'],
  ['coeur', 'Cœur'],
  ['lodz', 'Łódź'],
  ['fi', 'ﬁ'],
  ['obrien', "O'Brien"],
  ['O’Brien', 'O´Brien'],
  ['well-known', 'Well‑known'],
  ['two words', 'two\u00a0words'],
  ['wort', 'Wo\u00adrt'],
  ['еж', 'Ёж'],
  ['οδοσ', 'ΟΔΟΣ'],
  ['ΟΔΟΣ', 'οδός'],
  ['αθηνα', 'Αθήνα'],
  ['カナ', 'かな'],
  ['ｶﾞｯｺｳ', 'ガッコウ'],
  ['がっこう', 'ガッコウ'],
  ['한글', '한글'],
  ['שלום', 'שָׁלוֹם'],
  ['محمد', 'مُحَمَّد'],
  ['احمد', 'أحمد'],
  ['علی', 'علي'],
  ['کتاب', 'كتاب'],
  ['محمد', 'محـــمد'],
  ['12', '١٢'],
  ['12', '۱۲'],
  ['12', '१२'],
  ['١٢', '12'],
  ['ไทย12', 'ไทย๑๒'],
])('finds by %j what reads %j', (typed, standing) => {
  expect(holdsWords(fold(standing), wordsOf(typed))).toBe(true);
});

it.each([
  ['100', '10'],
  ['c++', 'c'],
  ['hindi', 'hind'],
  ['क', 'ख'],
])('does not take %j for %j', (typed, standing) => {
  expect(holdsWords(fold(standing), wordsOf(typed))).toBe(false);
});

it('leaves what it has folded as it is, and finds a text by any spelling of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
        expect(fold(text.normalize(form))).toBe(fold(text));
      }
    }),
    { examples: [['!´!'], ['a¨b']] },
  );
});
