import type { Entry } from '../../src-main/domain/entry.ts';
import { inQuestion } from '../../src-main/domain/sync/in-question.ts';
import type { Instant, Seconds } from '#contract';
import { focusEntry } from '../support/values.ts';
import type { PersonPorts } from './person.ts';
import type { ElsewhereChange, OneDeed, Step } from './step.ts';
import { GROUP_NAMES, type Group } from './world/other-device.ts';
import { asShown, isArchived, placedLater, type Wish } from './wanted-entry.ts';

export type Asked = Record<
  'changes' | 'connects' | 'refreshes' | 'agains' | 'kills' | 'wakes',
  number
>;

type Edit = Omit<Extract<Step, { readonly do: 'edit' }>, 'do' | 'entry'>;
type One = Extract<Step, { readonly entry: number }>;
type Several = Extract<Step, { readonly do: 'several' }>;

type Ports = PersonPorts & {
  readonly wishes: readonly Wish[];
  readonly broken: string[];
  readonly asked: Asked;
};

/** What the person does to finished sessions, and what must become of them by that. */
export type Deeds = {
  one(step: One): Promise<void>;
  several(step: Several): Promise<void>;
  undoEdit(): Promise<void>;
};

const SECOND = 1000;

export function createDeeds({ app, focus, wishes, broken, asked }: Ports): Deeds {
  const { otherDevice } = focus;
  let lastEdited: Wish | undefined;

  async function command(
    concerned: readonly Wish[],
    wanted: Parameters<typeof app.command>[0],
    decides: readonly Group[] = [],
  ): Promise<boolean> {
    for (const wish of concerned) {
      wish.touches += 1;
      // What was deleted there comes back as it is shown here, with nothing left to decide between.
      const comesBack = isGone(app.store.entry(wish.id));
      otherDevice.decided(wish.id, comesBack ? GROUP_NAMES : decides);
    }
    const ok = await app.command(wanted);
    if (ok) asked.changes += concerned.length;
    return ok;
  }

  async function edit(wish: Wish, { task, words, seconds, shift }: Edit): Promise<void> {
    const startAt = shift === undefined ? undefined : wish.startAt + shift * SECOND;
    const values = { taskId: task, description: words, seconds, startAt };
    const wanted = { type: 'entry/edit', entryId: wish.id, ...values } as const;
    if (!(await command([wish], wanted, groupsOf(values)))) return;
    lastEdited = wish;
    wish.before = { task: wish.task, words: wish.words, seconds: wish.seconds };
    if (task !== undefined) wish.task = task ?? undefined;
    if (words !== undefined) wish.words = words === '' ? undefined : words;
    if (seconds !== undefined) wish.seconds = seconds;
    if (startAt !== undefined) moved(wish, startAt);
  }

  function moved(wish: Wish, askedAt: number): void {
    const startAt = app.store.entry(wish.id)?.startAt ?? 0;
    if (!wish.shared && (startAt < askedAt || startAt > askedAt + 60 * SECOND)) {
      broken.push(`${wish.id} was moved to ${startAt} and not to ${askedAt}`);
    }
    wish.startAt = startAt;
    wish.starts.add(startAt);
  }

  async function revert(wish: Wish): Promise<void> {
    const entry = app.store.entry(wish.id);
    if (wish.deleted || !isRefusedChange(entry)) return;
    const wanted = { type: 'entry/revert', entryId: wish.id } as const;
    if (!(await command([wish], wanted, GROUP_NAMES))) return;
    asOnServer(wish, entry);
    wish.archived = isArchived(app.store.entry(wish.id));
  }

  /** A revert wants what Toggl Focus has or, where nobody is sure of that, what it last had for sure. */
  function asOnServer(wish: Wish, entry: Entry | undefined): void {
    const { delivery, sent } = entry ?? {};
    const id = delivery?.state === 'delivered' ? delivery.serverId : undefined;
    const there = focus.entries.get(id ?? 0);
    if (there === undefined) return;
    wish.deleted = there.deletedAt !== undefined;
    const last = sent?.unsure === true ? { ...sent, taskId: sent.task?.id } : there;
    const { taskId, description, startAt, seconds } = last;
    Object.assign(wish, { task: taskId, words: description, startAt, seconds });
  }

  async function toEntries(name: Exclude<OneDeed, 'revert'>, all: readonly Wish[]): Promise<void> {
    const concerned = all.filter(({ deleted }) => deleted === (name === 'undelete'));
    const entryIds = concerned.map(({ id }) => id);
    if (entryIds.length === 0) return;
    // What it may be in Toggl Focus stays there and in sight: who wants that gone too says what it is.
    for (const wish of name === 'delete' ? concerned : []) await identify(wish);
    const type = `entries/${name === 'undelete' ? 'restore' : name}` as const;
    if (!(await command(concerned, { type, entryIds }))) return;
    for (const wish of concerned) {
      if (name === 'archive' || name === 'unarchive') wish.archived = name === 'archive';
      else wish.deleted = name === 'delete';
      if (name === 'undelete') takenUp(wish);
    }
  }

  function takenUp(wish: Wish): void {
    const entry = app.store.entry(wish.id);
    const wrong = placedLater(wish, entry);
    if (wish.shared) asShown(wish, entry);
    else if (wrong !== undefined) broken.push(wrong);
  }

  async function several(step: Several): Promise<void> {
    const chosen = new Set(step.entries.map((at) => wishes[at % Math.max(1, wishes.length)]));
    const concerned = [...chosen].filter((wish) => wish !== undefined);
    if (step.what !== 'move' && step.what !== 'shift') return toEntries(step.what, concerned);
    const living = concerned.filter(({ deleted }) => !deleted);
    const entryIds = living.map(({ id }) => id);
    if (entryIds.length === 0) return;
    if (step.what === 'move') {
      const wanted = { type: 'entries/move', entryIds, taskId: step.task } as const;
      if (!(await command(living, wanted, ['task']))) return;
      for (const wish of living) wish.task = step.task ?? undefined;
    } else {
      const { seconds } = step;
      const wanted = { type: 'entries/shift', entryIds, seconds } as const;
      if (!(await command(living, wanted, ['time']))) return;
      for (const wish of living) moved(wish, wish.startAt + seconds * SECOND);
    }
  }

  async function resolve(wish: Wish, keep: 'mine' | 'theirs'): Promise<void> {
    const wanted = { type: 'entry/resolve', entryId: wish.id, keep } as const;
    // Theirs may begin in a second that is taken here, and is then moved on.
    await command([wish], wanted, keep === 'mine' ? GROUP_NAMES : ['time']);
  }

  /** The person knows what another device has made; where none of the rest stays, it is to be sent. */
  async function identify(wish: Wish): Promise<void> {
    const entry = app.store.entry(wish.id);
    const alike = entry && inQuestion(entry);
    if (alike === undefined) return;
    const ours = alike.find(({ serverId }) => !otherDevice.hasMade(serverId));
    const serverId = ours?.serverId ?? null;
    await command([wish], { type: 'entry/identify', entryId: wish.id, serverId }, GROUP_NAMES);
  }

  /** Only what Stint knows by its id: nobody can recognise another one once it was changed there. */
  function elsewhere(wish: Wish, change: ElsewhereChange): void {
    const delivery = app.store.entry(wish.id)?.delivery;
    const id = delivery?.state === 'delivered' ? delivery.serverId : undefined;
    if (id === undefined) return;
    wish.shared = true;
    otherDevice.change(id, change);
  }

  function twin({ startAt, seconds, task }: Wish): void {
    const span = { startAt: startAt as Instant, seconds: seconds as Seconds };
    focus.addTwin(focusEntry(0, { ...span, taskId: task }));
  }

  return {
    several,
    async undoEdit() {
      if (lastEdited?.before === undefined || lastEdited.deleted) return;
      const { task, words, seconds } = lastEdited.before;
      await edit(lastEdited, { task: task ?? null, words: words ?? '', seconds });
    },
    async one(step) {
      const wish = wishes[step.entry % Math.max(1, wishes.length)];
      if (wish === undefined) return;
      switch (step.do) {
        case 'edit':
          return wish.deleted ? undefined : edit(wish, step);
        case 'revert':
          return revert(wish);
        case 'resolve':
          return resolve(wish, step.keep);
        case 'identify':
          return identify(wish);
        case 'elsewhere':
          elsewhere(wish, step.change);
          return;
        case 'twin':
          twin(wish);
          return;
        default:
          return toEntries(step.do, [wish]);
      }
    },
  };
}

export function isGone(entry: Entry | undefined): boolean {
  return entry?.delivery.state === 'delivered' && entry.delivery.refused?.status === 404;
}

function isRefusedChange(entry: Entry | undefined): boolean {
  return entry?.delivery.state === 'delivered' && entry.delivery.refused !== undefined;
}

function groupsOf(values: {
  readonly taskId?: unknown;
  readonly description?: unknown;
  readonly seconds?: unknown;
  readonly startAt?: unknown;
}): readonly Group[] {
  const { taskId, description, seconds, startAt } = values;
  return [
    ...(taskId === undefined ? [] : ['task' as const]),
    ...(description === undefined ? [] : ['words' as const]),
    ...(seconds === undefined && startAt === undefined ? [] : ['time' as const]),
  ];
}
