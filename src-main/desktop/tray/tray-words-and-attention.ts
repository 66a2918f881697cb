import type { AccountView, OfferedTask, Seconds, Snapshot } from '#contract';

const MENU_LENGTH = 40;
/** Windows cuts a tooltip at 127 characters, all lines together; times and trouble need the rest. */
const TOOLTIP_LENGTH = 50;

type Named = Pick<Extract<Snapshot['timer'], { state: 'running' }>, 'task' | 'description'>;

/** What a session is called: its task, else its description. */
export function sessionName(session: Named): string {
  return session.task?.name ?? session.description ?? 'Timer';
}

/** A name that fits a menu. A single `&` would be swallowed as the mark of a keyboard mnemonic. */
export function menuName(name: string): string {
  return shortened(name, MENU_LENGTH).replaceAll('&', '&&');
}

/** A task in the menu: with its project where its name alone would not tell it from another. */
export function taskName(task: OfferedTask, withProject: boolean): string {
  const place = menuName(task.projectName ?? task.clientName ?? 'no project');
  const facts = [...(withProject ? [place] : []), ...(task.done === true ? ['done'] : [])];
  const name = menuName(task.name);
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

export function tooltipName(name: string): string {
  return shortened(name, TOOLTIP_LENGTH);
}

/** `5 h 42 min`, `42 min`: whole minutes, rounded down like the popup's clock. */
export function spoken(seconds: Seconds): string {
  const { hours, minutes } = parts(seconds);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
}

/** `01:24`, for the macOS menu bar. */
export function clockFace(seconds: Seconds): string {
  const { hours, minutes } = parts(seconds);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Why the person should look, or undefined. Entries on their way are no reason; entries held up are. */
export function attention(snapshot: Snapshot): string | undefined {
  const { account, sync, notice } = snapshot;
  const locked = account.state === 'connected' ? accountTrouble(account) : undefined;
  if (locked !== undefined) return locked;
  if (sync.rejected > 0) return `${counted(sync.rejected)} refused by Toggl Focus`;
  if (sync.conflicts > 0) return `${counted(sync.conflicts)} changed here and in Toggl Focus`;
  if (sync.questions > 0) return `${counted(sync.questions)} perhaps in Toggl Focus already`;
  if (sync.waiting > 0 && sync.pause !== undefined) return `${counted(sync.waiting)} waiting`;
  return notice === undefined ? undefined : 'Stint has a message';
}

function accountTrouble(account: Extract<AccountView, { state: 'connected' }>): string | undefined {
  if (account.keyRefused) return 'Toggl Focus refused the key';
  if (account.secret === 'locked') return 'The keychain is locked';
  return account.secret === 'missing' ? 'The key is missing' : undefined;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function parts(seconds: Seconds): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** At most so many UTF-16 units, cut between characters as people see them: no emoji is halved. */
function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (kept.length + segment.length >= most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
