import type { AppError, OfferedTag, Result, TagView } from '#contract';
import type { AccountId, Clock, Store } from '../ports/ports.ts';
import { refuse } from '../ports/results.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';

export type TagReader = {
  /** Whether they were read in the last day. */
  knowsTags(account: AccountId): boolean;
  readTags(connection: Asking): Promise<AppError | undefined>;
  /** They are read afresh when somebody wants to choose one. */
  doubtTags(account: AccountId): void;
  /** As last read, with which of them the task has; undefined where they never were. */
  offeredTags(account: AccountId, taskId: number | undefined): readonly OfferedTag[] | undefined;
};

type Ports = { readonly store: Store; readonly clock: Clock; readonly guard: ReadGuard };

const DAY_MS = 86_400_000;

/** Tags that exist in the workspace: read when a person is about to choose some, and none is ever made. */
export function createTagReader({ store, clock, guard }: Ports): TagReader {
  const doubted = new Set<AccountId>();
  return {
    knowsTags(id) {
      const readAt = store.tags(id)?.readAt;
      const isOld = readAt === undefined || Math.abs(clock.now() - readAt) > DAY_MS;
      return !isOld && !doubted.has(id);
    },
    async readTags({ id, api }) {
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      const answer = await api.listTags();
      if (answer.ok && answer.value.isList) {
        store.setTags(id, { tags: answer.value.items, readAt: clock.now() });
        doubted.delete(id);
      }
      return guard.note(id, answer);
    },
    doubtTags: (id) => void doubted.add(id),
    offeredTags(id, taskId) {
      const names = taskId === undefined ? [] : (store.task(id, taskId)?.tagNames ?? []);
      return store
        .tags(id)
        ?.tags.map((tag) => (names.includes(tag.name) ? { ...tag, ofTask: true } : tag));
    },
  };
}

/** The tags of these ids, of those that were read last or that stand there already. */
export function tagsFrom(
  known: readonly TagView[],
  tagIds: readonly number[],
): Result<readonly TagView[]> {
  const tags = [...new Set(tagIds)].map((id) => known.find((tag) => tag.id === id));
  return tags.every((tag) => tag !== undefined)
    ? { ok: true, value: tags }
    : refuse({ kind: 'unknown-tag' });
}
