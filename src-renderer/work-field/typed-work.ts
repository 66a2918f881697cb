/** What stands in the field for work: words, and what a task is looked for by. */
export type TypedWork = {
  /** Without blanks around them. */
  readonly words: string;
  /** Behind the last `@` that begins a word; undefined where there is none. */
  readonly task: string | undefined;
};

/** `on the phone @migr`: the description and the task that it is for. An address of e-mail is neither. */
export function typedWork(text: string): TypedWork {
  const narrowed = /(?:^|\s)[@＠]([^@＠]*)$/.exec(text);
  if (narrowed === null) return { words: text.trim(), task: undefined };
  return { words: text.slice(0, narrowed.index).trim(), task: (narrowed[1] ?? '').trim() };
}
