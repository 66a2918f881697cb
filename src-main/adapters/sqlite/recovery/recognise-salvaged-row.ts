import { z } from 'zod';
import type { Instant, Seconds, TaskView } from '#contract';
import type { AccountId } from '../../../app/ports/ports.ts';
import type { Entry, Sent, Session } from '../../../domain/entry.ts';
import { isKeepable } from '../../../domain/storable-span.ts';
import { MAX_INSTANT_MS, MIN_INSTANT_MS } from '../../../domain/limits.ts';
import { sentAtOf } from '../../../domain/sync/server-id.ts';
import { parsed } from '../database/json-column.ts';
import { entryOf } from '../rows/entry-rows.ts';
import type { Record as Salvaged } from './salvage-records.ts';

/** What a record of a damaged file turned out to be; anything that does not look like ours is nothing. */
export type Found =
  | { readonly kind: 'entry'; readonly account: AccountId; readonly entry: Entry }
  | { readonly kind: 'session'; readonly account: AccountId; readonly session: Session }
  | {
      readonly kind: 'pin';
      readonly account: AccountId;
      readonly task: TaskView;
      readonly pinnedAt: Instant;
    }
  | { readonly kind: 'meta'; readonly key: string; readonly value: string }
  /** An entry of which a number or a word is none that Stint can use. */
  | { readonly kind: 'unreadable' };

/** Zeros are what a cut file ends in. */
const text = z.string().refine((value) => !value.includes('\0'));
const account = text
  .regex(/^(focus(@\S+)?|demo):\d+\/\d+$/)
  .transform((value) => value as AccountId);
const instant = z
  .int()
  .min(MIN_INSTANT_MS)
  .max(MAX_INSTANT_MS)
  .transform((value) => value as Instant);
const lengthOfTime = z
  .int()
  .nonnegative()
  .transform((value) => value as Seconds);
const type = z.enum(['activity', 'break']);

const taskView = z.object({
  id: z.int().positive(),
  name: text,
  projectName: text.optional(),
  projectColor: text.optional(),
  clientName: text.optional(),
});
/** Undefined where it cannot be read. */
const task = z
  .string()
  .transform((json) => taskView.safeParse(parsed(json)).data as TaskView | undefined);
const moment = instant.nullable().catch(null);
const flag = z
  .union([z.literal(0), z.literal(1)])
  .nullable()
  .catch(null);
const mark = z.literal(true).optional();
const tags = z.array(z.object({ id: z.int().positive(), name: text }));
const entryValues = z.object({
  startAt: instant,
  seconds: lengthOfTime,
  type,
  task: taskView.optional(),
  description: text.optional(),
  billable: z.boolean().optional(),
  tags: tags.optional(),
});
const sentValues = entryValues.extend({ unsure: mark, conflict: mark, replace: mark });
const lateDeeds = z.object({
  sinceAt: instant,
  creates: z.array(entryValues).optional(),
  updates: z
    .array(entryValues.extend({ only: z.enum(['startAt', 'seconds']).optional() }))
    .optional(),
  deeds: z.array(z.enum(['delete', 'restore', 'archive', 'unarchive'])).optional(),
  others: z.array(z.int()).optional(),
  blocked: z.object({ status: z.int(), untilAt: z.int() }).optional(),
});

const deliveryFacts = z.object({
  deed: z.enum(['delete', 'restore', 'archive', 'unarchive']).optional(),
  alike: z.array(z.looseObject({ serverId: z.int() })).optional(),
});

const entryRecord = z
  .tuple([
    text.min(1),
    account,
    z.enum(['stint', 'server']),
    instant,
    lengthOfTime,
    type,
    task.nullable(),
    text.nullable(),
    z.enum(['queued', 'sending', 'unknown', 'delivered', 'rejected']),
    z.int().nullable(),
    z.int().nullable(),
    z.int().nullable(),
    text.nullable(),
  ])
  .rest(z.unknown());
const whole = z.union([z.int(), z.bigint()]);
const nearlyEntry = z
  .tuple([text.min(1), account, z.enum(['stint', 'server']), whole, whole, type])
  .rest(z.unknown());
const presence = z.enum(['kept', 'removing', 'removed', 'restoring']).catch('kept');
const sessionRecord = z
  .tuple([account, text.min(1), instant, task.nullable(), text.nullable()])
  .rest(z.int().nullable());
const pinRecord = z.tuple([account, z.int().positive(), instant, task]).rest(z.null());
const metaRecord = z.tuple([text.min(1), text]).rest(z.null());

/**
 * `at` is when the recovery takes place. What waited comes back as unclear: the record may be older
 * than the answer to it, and so the server is asked before anything is sent again.
 */
export function recognise(record: Salvaged, at: Instant): Found | undefined {
  const entry = entryRecord.safeParse(record);
  if (entry.success && isKeepable({ startAt: entry.data[3], seconds: entry.data[4] })) {
    return asEntry(entry.data, at);
  }
  if (nearlyEntry.safeParse(record).success) return { kind: 'unreadable' };
  return recogniseOther(record);
}

function recogniseOther(record: Salvaged): Found | undefined {
  const session = sessionRecord.safeParse(record);
  if (session.success) {
    const [owner, id, startAt, work, description, block] = session.data;
    return {
      kind: 'session',
      account: owner,
      session: {
        id,
        startAt,
        task: work ?? undefined,
        description: description ?? undefined,
        timeBlockId: block ?? undefined,
      },
    };
  }
  const pin = pinRecord.safeParse(record);
  if (pin.success) {
    const [owner, , pinnedAt, favourite] = pin.data;
    return favourite && { kind: 'pin', account: owner, task: favourite, pinnedAt };
  }
  const meta = metaRecord.safeParse(record);
  if (!meta.success || parsed(meta.data[1]) === undefined) return undefined;
  return { kind: 'meta', key: meta.data[0], value: meta.data[1] };
}

function asEntry(data: z.infer<typeof entryRecord>, at: Instant): Found {
  const [id, owner, origin, startAt, seconds, kind, work, description, state, ...more] = data;
  const [sinceAt, serverId, status, reason, present, sent, , shelf, block, ...looks] = more;
  const [sentAt, late, lookAt, facts, billable, ownTags] = looks;
  const row = {
    id,
    origin,
    start_at: startAt,
    seconds,
    type: kind,
    description,
    server_id: serverId,
    shelf,
    time_block_id: block,
    sent_at: moment.parse(sentAt),
    late: jsonIn(lateDeeds, late) === undefined ? null : late,
    look_at: moment.parse(lookAt),
    billable: flag.parse(billable),
    tags: jsonIn(tags, ownTags) === undefined ? null : ownTags,
    delivery_facts: jsonIn(deliveryFacts, facts) === undefined ? null : facts,
  };
  const delivery = { state, since_at: sinceAt, status, reason, presence: presence.parse(present) };
  const known = entryOf({ ...row, ...delivery, task: null, sent: null });
  const entry = {
    ...known,
    task: work ?? undefined,
    sent: jsonIn(sentValues, sent) as Sent | undefined,
  };
  return { kind: 'entry', account: owner, entry: unclear(entry, work === undefined, at) };
}

const TASK_LOST = {
  state: 'rejected',
  status: 0,
  reason: 'Its task could not be read from the damaged database: choose it again.',
} as const;

function unclear(entry: Entry, taskLost: boolean, at: Instant): Entry {
  const { state } = entry.delivery;
  if (state === 'delivered' || state === 'rejected') return entry;
  // Nobody can look it up without its task, and nobody but the person knows it.
  if (taskLost) return { ...entry, delivery: TASK_LOST };
  const sentAt = sentAtOf(entry);
  const stamp = sentAt === undefined ? {} : { sentAt };
  return { ...entry, delivery: { state: 'unknown', sinceAt: at, ...stamp } };
}

function jsonIn<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  return typeof value === 'string' ? schema.safeParse(parsed(value)).data : undefined;
}
