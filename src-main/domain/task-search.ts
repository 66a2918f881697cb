import type { TaskView } from '#contract';

/** Lower case without accents, so that `Muller` finds `Müller` and `resume` finds `Résumé`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .trim();
}

/**
 * Tasks whose name, project or client hold every word of the text, best first: the name begins with
 * it, a word of the name does, the name holds it, only project or client do; recents first within
 * each, and then by name. An empty text keeps all, recents first.
 */
export function searchTasks(
  tasks: readonly TaskView[],
  recentIds: readonly number[],
  text: string,
): readonly TaskView[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const recency = new Map(recentIds.map((id, index) => [id, index]));
  return tasks
    .flatMap((task) => {
      const rank = rankOf(task, words);
      const recent = recency.get(task.id) ?? recentIds.length;
      return rank === undefined ? [] : [{ task, rank, recent }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.recent - b.recent ||
        a.task.name.localeCompare(b.task.name, 'en') ||
        a.task.id - b.task.id,
    )
    .map(({ task }) => task);
}

function rankOf(task: TaskView, words: readonly string[]): number | undefined {
  const name = fold(task.name);
  const all = `${name} ${fold(task.projectName ?? '')} ${fold(task.clientName ?? '')}`;
  const [first] = words;
  if (first === undefined) return 0;
  if (!words.every((word) => all.includes(word))) return undefined;
  if (name.startsWith(first)) return 0;
  if (name.includes(` ${first}`)) return 1;
  return name.includes(first) ? 2 : 3;
}
