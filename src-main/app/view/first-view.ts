import type { DraftView, ShowCommand } from '#contract';

/** What an opened popup shows first: the day of a form that is half filled in, else today. */
export function firstView({
  form,
}: Pick<DraftView, 'form'>): Extract<ShowCommand, { readonly type: 'show/today' | 'show/day' }> {
  return form === undefined ? { type: 'show/today' } : { type: 'show/day', at: form.dayAt };
}
