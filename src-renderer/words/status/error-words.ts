import type { AppError, AppErrorKind, ErrorWords } from '#contract';
import { clockTime, sessions } from '../time/times-and-lengths.ts';
import { databaseWords } from './database-words.ts';
import { notUnderstoodWords } from './not-understood-words.ts';
import { foreignAnswer, unreachable } from './network-failure-words.ts';
import type { Hours } from '../../time/hour-format.ts';

type WordsByKind = {
  readonly [Kind in AppErrorKind]: (
    error: Extract<AppError, { kind: Kind }>,
    hours: Hours,
  ) => ErrorWords;
};

const kept = 'What you track is kept on this computer and sent later.';
const unchanged = 'Nothing was changed.';

const wordsByKind: WordsByKind = {
  'address-unclear': () => ({
    happened: 'This address does not show an organization and a workspace.',
    data: 'Nothing was sent.',
    next: 'Open Toggl Focus in the browser, copy the whole address and paste it here, or type the two numbers.',
  }),
  'key-refused': () => ({
    happened: 'Toggl Focus did not accept the sign-in.',
    data: kept,
    next: 'Check the API key, or the e-mail and password, and connect again.',
  }),
  'organization-forbidden': () => ({
    happened: 'This account has no access to that organization.',
    data: unchanged,
    next: 'Copy the address while you are signed in to Toggl Focus with the same account.',
  }),
  'workspace-not-found': () => ({
    happened: 'There is no such workspace in that organization.',
    data: unchanged,
    next: 'Copy the address again from the workspace that you track time in.',
  }),
  offline: ({ cause }) => ({ data: kept, ...unreachable[cause] }),
  'no-answer': () => ({
    happened: 'Toggl Focus did not answer in time.',
    data: kept,
    next: 'Try again in a moment.',
  }),
  'quota-spent': ({ resetsAt }, hours) => ({
    happened: 'The requests that your Toggl plan allows per hour are used up.',
    data: kept,
    next:
      resetsAt === undefined
        ? 'Try again in an hour.'
        : `Try again after ${clockTime(resetsAt, hours)}, when Toggl allows new ones; Refresh asks once more at any time.`,
  }),
  'quota-reserved': ({ resetsAt }, hours) => ({
    happened: 'Few requests are left this hour, and Stint keeps them for sending your time.',
    data: 'Nothing was read; what you track is still sent.',
    next: `Try again after ${clockTime(resetsAt, hours)}, when Toggl allows new ones.`,
  }),
  'plan-limit': () => ({
    happened: 'Your Toggl plan does not include this.',
    data: unchanged,
    next: 'Ask the owner of the organization, or choose another workspace.',
  }),
  'server-trouble': ({ status }) => ({
    happened: `Toggl Focus has trouble of its own (status ${status}).`,
    data: kept,
    next: 'Wait a few minutes and try again.',
  }),
  'foreign-answer': ({ status }) => ({ ...foreignAnswer(status), data: kept }),
  'unexpected-answer': () => ({
    happened: 'The answer was not one that Toggl Focus gives.',
    data: kept,
    next: 'If you are on a network with a sign-in page, sign in there first, then try again.',
  }),
  'answer-too-large': () => ({
    happened: 'Toggl Focus answered with more than Stint can take in at once.',
    data: `What had arrived is kept. ${kept}`,
    next: 'Read a shorter time, or try again later.',
  }),
  refused: ({ status, reason }) => ({
    happened:
      reason === ''
        ? `Toggl Focus refused the request (status ${status}).`
        : `Toggl Focus refused the request: “${reason}”`,
    data: unchanged,
    next: 'Change what it names, then try again.',
  }),
  'keychain-locked': () => ({
    happened: 'The keychain of this computer is locked.',
    data: `Your key stays in it, untouched. ${kept}`,
    next: 'Unlock the keychain, then press “Unlock”.',
  }),
  'keychain-absent': () => ({
    happened: 'This computer offers no keychain to keep the key in.',
    data: 'The key is held in memory until Stint quits, and never written to disk.',
    next: 'Install or start a keychain (GNOME Keyring, KWallet), then connect again.',
  }),
  'entries-waiting': ({ count }) => ({
    happened: `${sessions(count)} ${count === 1 ? 'is' : 'are'} not in Toggl Focus yet.`,
    data: 'Nothing was removed.',
    next: 'Send what waits first, or disconnect all the same.',
  }),
  'not-connected': () => ({
    happened: 'Stint is not connected to Toggl Focus.',
    data: unchanged,
    next: 'Connect an account first.',
  }),
  'nothing-running': () => ({
    happened: 'No timer is running any more.',
    data: 'What was tracked is in the list of today.',
    next: 'Start a new timer when you are ready.',
  }),
  'task-or-description-needed': () => ({
    happened: 'A timer needs a task or a description.',
    data: 'Nothing was started.',
    next: 'Choose a task, or write what you are doing.',
  }),
  'unknown-task': () => ({
    happened: 'This task is not among those that Stint knows.',
    data: unchanged,
    next: 'Refresh to read the tasks afresh, then choose again.',
  }),
  'unknown-tag': () => ({
    happened: 'One of the tags is no longer known.',
    data: unchanged,
    next: 'Open the tags once more, and choose among those that are offered.',
  }),
  'unknown-entry': () => ({
    happened: 'This entry is no longer in the list.',
    data: unchanged,
    next: 'Refresh to see the list as it is now.',
  }),
  'ends-in-future': () => ({
    happened: 'The entry would end in the future.',
    data: unchanged,
    next: 'Choose an end that has passed; for work that goes on, start the timer.',
  }),
  'no-length': () => ({
    happened: 'The entry would end before it begins, or have no length.',
    data: unchanged,
    next: 'Choose an end after the start.',
  }),
  'too-long': () => ({
    happened: 'The entry would be longer than a month.',
    data: unchanged,
    next: 'Check the dates of start and end.',
  }),
  'outside-entry': () => ({
    happened: 'The moment to split at is not inside the entry.',
    data: unchanged,
    next: 'Choose a moment after its start and before its end.',
  }),
  'not-overlapping': () => ({
    happened: 'These two entries do not overlap any more.',
    data: unchanged,
    next: 'Nothing is left to mend.',
  }),
  'gap-taken': () => ({
    happened: 'Something was tracked in this gap meanwhile.',
    data: unchanged,
    next: 'Look at the day as it is now.',
  }),
  'nothing-to-undo': () => ({
    happened: 'There is nothing to take back.',
    data: unchanged,
    next: 'Changes can be taken back until Stint is started anew.',
  }),
  'not-there-yet': () => ({
    happened: 'This entry is not in Toggl Focus yet.',
    data: unchanged,
    next: 'Wait until it is sent, or refresh, then try again.',
  }),
  'no-conflict': () => ({
    happened: 'This conflict is settled already.',
    data: unchanged,
    next: 'Look at the entry as it is now.',
  }),
  'no-question': () => ({
    happened: 'This question is answered already.',
    data: unchanged,
    next: 'Look at the entry as it is now.',
  }),
  'nothing-elsewhere': () => ({
    happened: 'The timer in Toggl Focus was stopped meanwhile.',
    data: unchanged,
    next: 'Start a timer here when you are ready.',
  }),
  'name-needed': () => ({
    happened: 'A task needs a name.',
    data: 'Nothing was created.',
    next: 'Write a name, then create it.',
  }),
  cancelled: () => ({
    happened: 'Reading was called off.',
    data: 'What had arrived is kept.',
    next: 'Read again to see all of it.',
  }),
  'file-failed': ({ detail }) => ({
    happened: `The file could not be written (${detail}).`,
    data: 'Your entries are untouched.',
    next: 'Give Stint access to it or choose another place, then try again.',
  }),
  'storage-failed': ({ detail }) => ({
    happened: `Stint cannot write to its data folder (${detail}).`,
    data: unchanged,
    next: 'Free some space or give Stint access to the folder, then try again.',
  }),
  'database-recovered': ({ entries, waiting, damagedFile }) => ({
    happened: 'The database of Stint was damaged, and Stint has made a new one.',
    data: `${sessions(entries)} could be read, ${waiting} of them not known to be in Toggl Focus yet. The damaged file is kept: ${damagedFile}.`,
    next: 'Look through the list of today, and refresh to read your tasks again.',
  }),
  'twins-removed': ({ count }) => ({
    happened: `Toggl Focus had carried out requests late, and had ${sessions(count)} twice.`,
    data: `The second of ${count === 1 ? 'it' : 'each'} is deleted there again; your time counts once.`,
    next: 'If you want it all the same, restore it below the list of its day.',
  }),
  'session-too-short': () => ({
    happened: 'The timer ran for less than a second.',
    data: 'Stint took it for a slip and kept no entry of it.',
    next: 'Start the timer again when you begin.',
  }),
  ...databaseWords,
  'malformed-command': () => notUnderstoodWords,
};

/** In English; times of day as the account wants them. */
export function errorWords(error: AppError, hours: Hours): ErrorWords {
  // TypeScript cannot relate the kind to its own function; the table's type already does.
  const wordsOf = wordsByKind[error.kind] as (error: AppError, hours: Hours) => ErrorWords;
  return wordsOf(error, hours);
}

/** The same where no account is connected yet: nothing tracked could be kept or sent. */
export function beforeTracking(words: ErrorWords): ErrorWords {
  return { ...words, data: words.data.replace(kept, unchanged) };
}
