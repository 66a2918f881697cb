/** Shorter words are within one letter of too many others. */
const SHORTEST = 4;

/**
 * Whether the text, folded, has for each of the words one that begins with it or, of four letters and more, with
 * something one letter off: one too many, one too few, another one, or two that changed places.
 */
export function holdsWordsRoughly(folded: string, words: readonly string[]): boolean {
  const parts = folded.split(/\s+/);
  return words.every((word) =>
    word.length < SHORTEST
      ? folded.includes(word)
      : parts.some((part) => beginsRoughly(part, word)),
  );
}

/** Whether the text begins with the word, with one letter of it wrong at most. */
export function beginsRoughly(text: string, word: string): boolean {
  let same = 0;
  while (same < word.length && text[same] === word[same]) same += 1;
  if (same === word.length) return true;
  const rest = word.slice(same + 1);
  const isSwapped = text[same] === word[same + 1] && text[same + 1] === word[same];
  return (
    text.startsWith(rest, same + 1) ||
    text.startsWith(rest, same) ||
    text.startsWith(word.slice(same), same + 1) ||
    (isSwapped && text.startsWith(word.slice(same + 2), same + 2))
  );
}
