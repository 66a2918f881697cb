/** Letters that no normalization takes apart, and what people type for them. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ı: 'i',
    ə: 'e',
    // At the end of a word.
    ς: 'σ',
    // Arabic: one letter in the spelling of several languages.
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
    // Dashes.
    '‐': '-',
    '‑': '-',
    '–': '-',
    '—': '-',
  }),
);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/** Typed or left out at will: apostrophes and quotes. */
const APOSTROPHES = /['"`´‘’‚“”„′ʹʻʼ«»‹›]/g;
/** Accents, points and vowel signs that are mostly left out, marks of direction, what joins and stretches letters. */
const MARKS = /\p{Diacritic}|\p{Cf}|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670/gu;
/** The blank that NFKD puts under an accent which stands alone. */
const CARRIERS = / (?=\p{M})/gu;
const KATAKANA = /[\u30a1-\u30f6]/g;
const KATAKANA_TO_HIRAGANA = 0x60;
/** Of the alphabets that write some letters twice, as often as not otherwise than people type them. */
const DOUBLED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\1+/gu;
/** The same where all is ASCII: apostrophes, and letters written twice. */
const PLAIN = /['"`]|([a-z])\1+/g;
/** But for those of rare scripts outside the basic plane. */
const DIGIT = /(?![0-9\u{10000}-\u{10ffff}])\p{Nd}/gu;

/** Every script has its ten in a row, which begins at a multiple of sixteen or six behind one. */
function digit(text: string): string {
  const code = text.charCodeAt(0);
  const place = code % 16;
  const first = /\p{Nd}/u.test(String.fromCharCode(code - place)) ? 0 : 6;
  return String(place - first);
}

/**
 * What is typed and what stands there, made alike: `Muller` finds `Müller`, `isik` `Işık`, `ABC` the wide
 * `ＡＢＣ`, `gama` `Gamma` and `かな` `カナ`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Long lists are looked through text by text, and most texts have little to fold.
  return (/[^\0-\x7f]|\^/.test(lower) ? folded(lower) : lower.replace(PLAIN, '$1')).trim();
}

function folded(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(CARRIERS, '')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => String(LETTERS.get(letter)))
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(DIGIT, digit)
    .replace(DOUBLED, '$1');
}
