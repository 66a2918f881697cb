import type { Command } from '#contract';
import type { Question } from '../../words/entry/list-words.ts';

/** Of a command that is carried out after a yes alone. */
export type Asking = { readonly question: Question; readonly command: Command };

export type Confirmation = {
  /** Undefined where nothing is asked. */
  readonly question: Question | undefined;
  readonly ask: (next: Asking | undefined) => void;
  readonly answer: (yes: boolean) => void;
};

export function createConfirmation(carryOut: (command: Command) => void): Confirmation {
  let asking = $state.raw<Asking>();
  return {
    get question() {
      return asking?.question;
    },
    ask(next) {
      asking = next;
    },
    answer(yes) {
      const command = asking?.command;
      asking = undefined;
      if (yes && command !== undefined) carryOut(command);
    },
  };
}
