import type { Command, Draft, DraftView, FormDraft, Snapshot, Span, WorkDraft } from '#contract';

type FormPlace = Pick<FormDraft, 'panel' | 'dayAt' | 'rowKey' | 'selected'>;
type Typed = Omit<FormDraft, keyof FormPlace>;

/** What is being typed in the popup, for as long as its page lives; main keeps it for the next one. */
export type Drafts = {
  /** What the parts of the page begin with. */
  readonly now: DraftView;
  keep(part: Pick<Draft, 'start' | 'timer'>): void;
  /** The form that is open in the list of the day, by its place; what was typed into it stays where it is the same. */
  formOpen(day: Span, place: Omit<FormPlace, 'dayAt'> | undefined): void;
  /** What stands in that form. */
  typed(fields: Typed): void;
  /** The form that was left open in the list of this day. */
  formOn(day: Span): FormDraft | undefined;
  forgetLost(): void;
  /** Called with each snapshot: the first one, and the first of another account, tell what there is to begin with. */
  follow(snapshot: Snapshot): void;
};

export function createDrafts(send: (command: Command) => Promise<unknown>): Drafts {
  let now: DraftView = {};
  let account: string | undefined;
  let told = '{}';
  let waiting = false;

  /** Several parts of one change are told together. */
  function change(part: Partial<DraftView>): void {
    now = { ...now, ...part };
    if (waiting) return;
    waiting = true;
    queueMicrotask(tell);
  }

  function tell(): void {
    waiting = false;
    const draft = sent(now);
    const text = JSON.stringify(draft);
    if (text === told) return;
    told = text;
    void send({ type: 'draft/keep', draft });
  }

  return {
    get now() {
      return now;
    },
    keep: change,
    formOpen(day, place) {
      const known = formOn(now, day);
      if (place === undefined) {
        if (known !== undefined) change({ form: undefined, changed: undefined });
        return;
      }
      const isSame = known?.panel === place.panel && known.rowKey === place.rowKey;
      const form = { ...(isSame ? known : {}), ...place, dayAt: day.startAt };
      change({ form, changed: isSame ? now.changed : undefined });
    },
    typed(fields) {
      if (now.form !== undefined) change({ form: { ...now.form, ...fields } });
    },
    formOn: (day) => formOn(now, day),
    forgetLost() {
      now = { ...now, lost: undefined };
    },
    follow(snapshot) {
      const next = accountIn(snapshot);
      if (next === account) return;
      account = next;
      now = snapshot.draft;
      // What has no place any more is told once.
      told = now.lost === undefined ? JSON.stringify(sent(now)) : '';
      if (now.lost !== undefined) change({});
    },
  };
}

function sent({ start, timer, form }: DraftView): Draft {
  return { start: plain(start), timer: plain(timer), form: plain(form) };
}

/** A task that was found has more to it than a draft takes. */
function plain<Some extends WorkDraft>(work: Some | undefined): Some | undefined {
  if (work?.choice?.kind !== 'task') return work;
  const { task, timeBlockId } = work.choice;
  const { id, name, projectName, projectColor, clientName } = task;
  const choice = {
    kind: 'task' as const,
    task: { id, name, projectName, projectColor, clientName },
    timeBlockId,
  };
  return { ...work, choice };
}

function formOn({ form }: DraftView, { startAt, endAt }: Span): FormDraft | undefined {
  return form !== undefined && form.dayAt >= startAt && form.dayAt < endAt ? form : undefined;
}

function accountIn({ account }: Snapshot): string {
  if (account.state === 'none') return 'none';
  return [account.kind, account.organizationId, account.workspaceId].join(' ');
}
