import { tmpdir } from 'node:os';
import { OpeningFailure, type OpeningTrouble } from '../../app/ports/opening-failure.ts';

export type WayOn = 'try-again' | 'begin-anew' | 'open-folder' | 'quit';

export type Question = {
  readonly message: string;
  readonly detail: string;
  /** In the order in which they are offered. */
  readonly ways: readonly WayOn[];
};

export const LABELS: Readonly<Record<WayOn, string>> = {
  'try-again': 'Try Again',
  'begin-anew': 'Keep Old File, Begin Anew',
  'open-folder': 'Open the Folder',
  quit: 'Quit',
};

/**
 * What a person is asked when Stint cannot go on: what happened, what became of the data, what can be
 * done. An empty database is no way on where there is no room for one, nor while another program
 * writes to the old one.
 */
export function questionFor(failure: unknown, folder: string): Question {
  const trouble = failure instanceof OpeningFailure ? failure.trouble : 'other';
  const reason = failure instanceof Error ? failure.message : String(failure);
  const beginsAnew = !WITHOUT_ANEW.includes(trouble);
  const advice = beginsAnew ? [ADVICE[trouble], ANEW] : [ADVICE[trouble]];
  return {
    message: 'Stint cannot open its data',
    detail: [
      `${reason}.`,
      `Nothing was changed: your data is as it was, in ${folder}.`,
      advice.join(' '),
    ].join('\n\n'),
    ways: beginsAnew
      ? ['try-again', 'begin-anew', 'open-folder', 'quit']
      : ['try-again', 'open-folder', 'quit'],
  };
}

const WITHOUT_ANEW: readonly OpeningTrouble[] = ['disk-full', 'in-use', 'not-alone'];

const ANEW =
  'If you begin anew, the old file is renamed and stays in the folder; what waits in it to be sent is not sent meanwhile.';

const ADVICE: Readonly<Record<OpeningTrouble, string>> = {
  'cannot-write': 'Check that you may write to the folder and to the files in it, then try again.',
  'disk-full': 'Make room on the disk, then try again.',
  'in-use': 'End the other program, then try again.',
  'not-alone': `Check that there is room on the disk for temporary files, and that files can be made in ${tmpdir()}. Then try again.`,
  'disk-failed': 'Check the disk, and copy the folder to a safe place.',
  other: 'Try again, or look at the folder.',
};
