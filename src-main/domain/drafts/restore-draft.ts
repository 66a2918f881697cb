import type { Draft, DraftView, EntryValues, FormDraft, Span } from '#contract';
import { sameValues } from '../sync/pending-change.ts';

/** What the draft of a form is about, as it stands. */
export type DraftScene = {
  readonly timerId: string | undefined;
  /** The form's entry when the form was opened, and now; undefined where it is gone. */
  readonly before: EntryValues | undefined;
  readonly now: EntryValues | undefined;
  readonly dayOf: (at: number) => Span;
};

/** The entry that the form is of. */
export function entryIdOf(form: FormDraft | undefined): string | undefined {
  return form === undefined || form.panel === 'add' ? undefined : form.rowKey;
}

/**
 * What of a draft a new page can begin with. What was typed for an entry or a timer that is no longer there
 * has no place, and is told; what was typed over a changed one stays, and that it changed is told.
 */
export function restoredDraft(draft: Draft, scene: DraftScene): DraftView {
  const { start } = draft;
  const timer = draft.timer?.timerId === scene.timerId ? draft.timer : undefined;
  const form = placedForm(draft.form, scene);
  const lost = lostOf(draft, { timer, form });
  const changed = form !== undefined && hasChanged(scene) ? true : undefined;
  return { start, timer, form, changed, lost };
}

function placedForm(
  form: FormDraft | undefined,
  { now, dayOf }: DraftScene,
): FormDraft | undefined {
  if (form === undefined || form.panel === 'add') return form;
  if (now === undefined) return undefined;
  const { startAt, endAt } = dayOf(form.dayAt);
  const isListed = now.startAt < endAt && now.startAt + now.seconds * 1000 > startAt;
  return isListed ? form : { ...form, dayAt: now.startAt };
}

function lostOf(draft: Draft, kept: Pick<Draft, 'timer' | 'form'>): DraftView['lost'] {
  if (draft.form !== kept.form && kept.form === undefined) {
    return { of: 'entry', description: draft.form?.description };
  }
  return draft.timer === kept.timer
    ? undefined
    : { of: 'timer', description: draft.timer?.description };
}

function hasChanged({ before, now }: DraftScene): boolean {
  return before !== undefined && now !== undefined && !sameValues(before, now);
}
