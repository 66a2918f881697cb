import type { OfferedTask, Snapshot } from '#contract';

/** Of a name in the menu of the icon: a longer one is cut. */
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
