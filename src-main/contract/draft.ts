import type { EntryType, TaskView } from './entry.ts';

/** What stands in a task field. */
export type ChoiceDraft =
  | { readonly kind: 'unset' }
  | { readonly kind: 'no-task' }
  | {
      readonly kind: 'task';
      readonly task: TaskView;
      readonly timeBlockId?: number | undefined;
    };

/** What was typed over task and description; what is absent was not touched. */
export type WorkDraft = {
  readonly choice?: ChoiceDraft | undefined;
  readonly description?: string | undefined;
};

/** The running timer while it is edited. */
export type TimerDraft = WorkDraft & {
  readonly timerId: string;
  /** As typed. */
  readonly start?: string | undefined;
};

/** A form that is open in the list of a day, with what was typed into it. */
export type FormDraft = WorkDraft & {
  readonly panel: 'edit' | 'add' | 'split' | 'move' | 'shift';
  /** An instant of the day that lists it. */
  readonly dayAt: number;
  /** The row below which it is open, for all but `add` an entry's id; above all rows where absent. */
  readonly rowKey?: string | undefined;
  /** Rows that are selected beside. */
  readonly selected?: readonly string[] | undefined;
  /** What the fields of `add` began with. */
  readonly began?: { readonly startAt: number; readonly seconds: number } | undefined;
  readonly entryType?: EntryType | undefined;
  readonly billable?: boolean | undefined;
  readonly tagIds?: readonly number[] | undefined;
  /** As typed. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly duration?: string | undefined;
  /** In the one field of `split` and `shift`. */
  readonly text?: string | undefined;
};

/** What a person has begun to type and neither sent nor called off. */
export type Draft = {
  /** For the next timer. */
  readonly start?: WorkDraft | undefined;
  readonly timer?: TimerDraft | undefined;
  readonly form?: FormDraft | undefined;
};

/** The same as a page that is made anew begins with it. */
export type DraftView = Draft & {
  /** The entry of the form was changed elsewhere since it was opened. */
  readonly changed?: boolean | undefined;
  /** What has no place any more, with the description that was typed. */
  readonly lost?:
    { readonly of: 'entry' | 'timer'; readonly description: string | undefined } | undefined;
};
