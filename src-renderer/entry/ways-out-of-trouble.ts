import type { EntryAction } from '../words/entry/keyboard-keys.ts';
import { noteLabels } from '../words/entry/conflict-and-overlap-words.ts';

type Ways = readonly (readonly [action: EntryAction, words: string])[];

const again: Ways = [
  ['edit', noteLabels.mend],
  ['send-again', noteLabels.sendAgain],
];

/** What a person is offered below an entry that is refused, held up, in conflict or overlaps another. */
export const waysOut = {
  /** A refused change can be given up, a refused entry only thrown away. */
  refused: ({ delivered }: { readonly delivered: boolean }): Ways => [
    ...again,
    delivered ? ['take-theirs', noteLabels.useTheirs] : ['delete', noteLabels.discard],
  ],
  heldUp: again,
  conflict: [
    ['keep-mine', noteLabels.keepMine],
    ['take-theirs', noteLabels.takeTheirs],
  ] satisfies Ways,
  overlap: [
    ['trim-earlier', noteLabels.trimEarlier],
    ['trim-later', noteLabels.trimLater],
    ['merge', noteLabels.merge],
  ] satisfies Ways,
};
