/** As everywhere else, Enter is done with the form; a break is typed with Shift or Alt. */
export function meaningOfEnter({
  key,
  isComposing,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'isComposing' | 'altKey' | 'shiftKey'>):
  'done' | 'insert-break' | 'native' {
  // With Shift the field breaks the line by itself; an input method takes Enter for its own.
  if (key !== 'Enter' || isComposing || shiftKey) return 'native';
  return altKey ? 'insert-break' : 'done';
}

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

/** How a break stands in a field of one line, which would else lose it. */
const MARK = ' ↵ ';

export function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, MARK);
}

export function withBreaks(line: string): string {
  return line.replace(/\s*↵\s*/g, '\n');
}
