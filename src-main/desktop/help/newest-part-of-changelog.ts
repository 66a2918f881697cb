/** A line for each thing that is new, of the part that stands first; without the signs of Markdown. */
export function newestPart(changelog: string): readonly string[] {
  const [, newest = ''] = changelog.split(/^## /m);
  return newest
    .split(/^- /m)
    .slice(1)
    .map((item) =>
      item
        .replace(/^#.*/gm, '')
        .replaceAll(/[`*]|\s+/g, (found) => (found.trim() === '' ? ' ' : ''))
        .trim(),
    );
}
