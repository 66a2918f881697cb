import type { ErrorWords } from '#contract';

/** Of the one error that the page tells by itself: main could not be asked. */
export const notUnderstoodWords: ErrorWords = {
  happened: 'The popup and the rest of Stint did not understand each other.',
  data: 'Nothing was changed.',
  next: 'Quit Stint and start it again.',
};
