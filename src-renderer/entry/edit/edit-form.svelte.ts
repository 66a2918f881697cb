import type { EntryType, EntryValues, FormDraft } from '#contract';
import { type Edited, choiceOf } from './edit-changes.ts';
import {
  readSpan,
  type SpanField,
  type SpanReading,
  type SpanScene,
  type TypedSpan,
  untyped,
} from './read-start-end-length.ts';
import type { TaskChoice } from '../../task-picker/task-choice.ts';
import { endOf } from '../../time/start-plus-length.ts';

/** What a person may begin with. */
export type EditField = SpanField | 'task' | 'description';

/** What a person typed over an entry. What was not touched follows the entry when a snapshot changes it. */
export type EditForm = {
  choice: TaskChoice;
  description: string;
  type: EntryType;
  billable: boolean | undefined;
  /** Undefined until the person chooses among them. */
  tagIds: readonly number[] | undefined;
  readonly reading: SpanReading;
  /** What was typed, for a page that is made anew. */
  readonly touched: Pick<
    FormDraft,
    'choice' | 'description' | 'entryType' | 'billable' | 'tagIds' | SpanField
  >;
  /** Undefined while the times cannot be saved. */
  readonly edited: Edited | undefined;
  readonly typeTime: (field: SpanField, text: string) => void;
};

/** `begun` is what was typed before the page was made anew. */
export function createEditForm(
  values: () => EntryValues,
  scene: () => SpanScene,
  begun: FormDraft | undefined,
): EditForm {
  let choice = $state.raw<TaskChoice | undefined>(begun?.choice);
  let description = $state<string | undefined>(begun?.description);
  let type = $state<EntryType | undefined>(begun?.entryType);
  let billable = $state<boolean | undefined>(begun?.billable);
  let tagIds = $state.raw<readonly number[] | undefined>(begun?.tagIds);
  let typed = $state.raw<TypedSpan>({ ...untyped, ...timesIn(begun) });

  const reading = $derived(readSpan(typed, spanOf(values()), scene()));

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
    get billable() {
      return billable ?? values().billable;
    },
    set billable(next) {
      billable = next;
    },
    get tagIds() {
      return tagIds;
    },
    set tagIds(next) {
      tagIds = next;
    },
    get reading() {
      return reading;
    },
    get touched() {
      return { choice, description, entryType: type, billable, tagIds, ...typed };
    },
    get edited() {
      const { span, problem } = reading;
      if (span === undefined || problem !== undefined) return undefined;
      const { choice: task, description: words, type: kind, billable: isBillable } = this;
      return { choice: task, description: words, span, type: kind, billable: isBillable, tagIds };
    },
    typeTime(field, text) {
      typed = typedOver(typed, field, text);
    },
  };
}

const spanOf = (values: EntryValues) => ({ startAt: values.startAt, endAt: endOf(values) });

/** The length and the end are two words for one thing: the last one typed counts. */
function typedOver(typed: TypedSpan, field: SpanField, text: string): TypedSpan {
  const other = field === 'end' ? 'duration' : 'end';
  return { ...typed, [field]: text, ...(field === 'start' ? {} : { [other]: undefined }) };
}

function timesIn(begun: FormDraft | undefined): Partial<TypedSpan> {
  return { start: begun?.start, end: begun?.end, duration: begun?.duration };
}
