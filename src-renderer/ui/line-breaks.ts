/** A text as a field of several lines holds it: there every break is one character. */
export function asTyped(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What was typed over the text, with the breaks that the text has: the field knows only its own. */
export function withBreaksOf(text: string, typed: string): string {
  if (typed === asTyped(text)) return text;
  const [own] = /\r\n?/.exec(text) ?? ['\n'];
  return typed.replaceAll('\n', own);
}
