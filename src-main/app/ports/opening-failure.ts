/** What keeps the store from being opened, as far as a person can do something about it. */
export type OpeningTrouble =
  'cannot-write' | 'disk-full' | 'in-use' | 'not-alone' | 'disk-failed' | 'other';

/** The store cannot be opened: the message says why in a person's words, and the data are as they were. */
export class OpeningFailure extends Error {
  readonly trouble: OpeningTrouble;

  constructor(trouble: OpeningTrouble, message: string, cause: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}
