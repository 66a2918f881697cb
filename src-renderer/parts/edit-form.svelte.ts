import type { EntryType, EntryValues } from '#contract';
import { type Edited, choiceOf } from './edit-changes.ts';
import { endOf } from './day-rows.ts';
import {
  readSpan,
  type SpanField,
  type SpanReading,
  type SpanScene,
  untyped,
} from './edit-span.ts';
import type { TaskChoice } from './task-choice.ts';

/** What a person typed over an entry. What was not touched follows the entry when a snapshot changes it. */
export type EditForm = {
  choice: TaskChoice;
  description: string;
  type: EntryType;
  readonly reading: SpanReading;
  /** Undefined while the times cannot be saved. */
  readonly edited: Edited | undefined;
  readonly typeTime: (field: SpanField, text: string) => void;
};

export function createEditForm(values: () => EntryValues, scene: () => SpanScene): EditForm {
  let choice = $state.raw<TaskChoice>();
  let description = $state<string>();
  let type = $state<EntryType>();
  let typed = $state.raw(untyped);

  const reading = $derived.by(() => {
    const base = values();
    return readSpan(typed, { startAt: base.startAt, endAt: endOf(base) }, scene());
  });

  return {
    get choice() {
      return choice ?? choiceOf(values());
    },
    set choice(next) {
      choice = next;
    },
    get description() {
      return description ?? values().description ?? '';
    },
    set description(next) {
      description = next;
    },
    get type() {
      return type ?? values().type;
    },
    set type(next) {
      type = next;
    },
    get reading() {
      return reading;
    },
    get edited() {
      const { span, problem } = reading;
      if (span === undefined || problem !== undefined) return undefined;
      return { choice: this.choice, description: this.description, span, type: this.type };
    },
    typeTime(field, text) {
      // The length and the end are two words for one thing: the last one typed counts.
      const other = field === 'end' ? 'duration' : 'end';
      typed = { ...typed, [field]: text, ...(field === 'start' ? {} : { [other]: undefined }) };
    },
  };
}
