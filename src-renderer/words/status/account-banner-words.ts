import type { AccountView, Banner, Snapshot, SyncView } from '#contract';
import { errorWords } from './error-words.ts';
import { foreignAnswer } from './network-failure-words.ts';
import { entries } from '../views/find-and-export-words.ts';

type Connected = Extract<AccountView, { state: 'connected' }>;

const keptMeanwhile = 'What you track is kept on this computer meanwhile.';

function accountBanner(account: Connected): Banner | undefined {
  if (account.keyRefused) {
    const words = {
      happened: 'Toggl Focus no longer accepts your key.',
      data: keptMeanwhile,
      next: 'Connect again with a new one.',
    };
    return { id: 'key-refused', words, action: 'reconnect' };
  }
  if (account.secret === 'locked') {
    const words = {
      happened: 'Your keychain is locked, so Stint cannot read your key.',
      data: keptMeanwhile,
      next: 'Unlock it, and Stint goes on.',
    };
    return { id: 'keychain-locked', words, action: 'unlock' };
  }
  if (account.secret === 'missing') {
    const words = {
      happened: 'Your key is no longer in the keychain.',
      data: keptMeanwhile,
      next: 'Connect again to send it.',
    };
    return { id: 'keychain-missing', words, action: 'reconnect' };
  }
  if (account.secret === 'memory') {
    const words = {
      happened: 'The keychain could not take your key.',
      data: 'It is held in memory, never on disk, and is gone when Stint quits.',
      next: 'With a keychain running, connect again to keep it.',
    };
    return { id: 'keychain-absent', words, action: 'reconnect' };
  }
  return undefined;
}

const iconMissingBanner: Banner = {
  id: 'icon-missing',
  words: {
    happened: 'No panel shows the icon of Stint.',
    data: 'Stint runs all the same, and keeps what you track.',
    next: 'To come back here, open Stint once more from your apps. A panel with a system tray shows the icon as soon as it is there; GNOME needs the extension AppIndicator.',
  },
  action: undefined,
};

/** All banners of a snapshot; a notice that says the same as the account's state is left out. */
export function banners(snapshot: Snapshot): readonly Banner[] {
  const { account, notice, settings, sync, iconMissing } = snapshot;
  const found: Banner[] = iconMissing ? [iconMissingBanner] : [];
  const ofAccount = account.state === 'connected' ? accountBanner(account) : undefined;
  if (ofAccount !== undefined) found.push(ofAccount);
  if (notice !== undefined && notice.kind !== ofAccount?.id) {
    found.push({ id: notice.kind, words: errorWords(notice, settings.hours), action: undefined });
  }
  const ofSync = [heldUp(sync), leftOut(sync)].filter((banner) => banner !== undefined);
  return [...found, ...ofSync];
}

/** Nothing that waits leaves: the person may know what stands in between, and be able to open it. */
function heldUp({ pause, waiting }: SyncView): Banner | undefined {
  if (pause?.reason !== 'foreign' || waiting === 0) return undefined;
  const { happened, next } = foreignAnswer(pause.status);
  const words = {
    happened,
    data: `${entries(waiting)} ${waiting === 1 ? 'is' : 'are'} kept on this computer; Stint tries again by itself.`,
    next,
  };
  return { id: 'held-up', words, action: undefined };
}

function leftOut({ leftOut: { entries: some, tasks, plans } }: SyncView): Banner | undefined {
  const kinds = [
    counted(some, 'entry', 'entries'),
    counted(tasks, 'task', 'tasks'),
    counted(plans, 'planned block', 'planned blocks'),
  ].filter((words) => words !== undefined);
  if (kinds.length === 0) return undefined;
  const one = some + tasks + plans === 1;
  const words = {
    happened: `${kinds.join(' and ')} from Toggl Focus could not be read and ${one ? 'is' : 'are'} not shown.`,
    data: 'Everything else was read, and nothing was changed.',
    next: 'Look in Toggl Focus for a length, a date or a text that cannot be meant.',
  };
  return { id: 'left-out', words, action: undefined };
}

function counted(count: number, one: string, many: string): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
}
