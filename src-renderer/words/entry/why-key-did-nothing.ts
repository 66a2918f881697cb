/** Why a key did nothing. */
export const nothingDone = {
  noGap: 'No gap follows right after this entry.',
  noOverlap: 'This entry overlaps nothing.',
  notRefused: 'Nothing of this entry was refused.',
  noConflict: 'Nothing here differs from what Toggl Focus has.',
  notSaidWhich: 'Choose which of them it is: Tab leads to each.',
  noTask: 'This entry has no task.',
  nothingToContinue: 'This entry has neither a task nor a description to continue.',
  breakToContinue: 'A break cannot be continued: a timer records activity.',
  noWorkBefore: 'No work stands before this gap. Press Enter on the gap to say what it was.',
};
