import type { Alive } from '../../../domain/away/after-restart.ts';
import type { AwayQuestion } from '../../../domain/away/question.ts';
import type { AccountId } from '../account-id.ts';

export type AwayStore = {
  /** Of a run that was not quit; undefined after one that was. */
  alive(account: AccountId): Alive | undefined;
  setAlive(account: AccountId, alive: Alive | undefined): void;
  /** What has to be decided of time away, oldest first. */
  awayQuestions(account: AccountId): readonly AwayQuestion[];
  setAwayQuestions(account: AccountId, questions: readonly AwayQuestion[]): void;
};
