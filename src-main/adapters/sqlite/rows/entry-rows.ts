import type { Instant, Seconds } from '#contract';
import type { IdRow } from '../../../app/ports/unsettled-entry-store.ts';
import { inQuestion } from '../../../domain/sync/in-question.ts';
import { pendingChange, valuesOf } from '../../../domain/sync/pending-change.ts';
import type {
  Alike,
  StateChange,
  Delivery,
  Entry,
  Late,
  Presence,
  Refusal,
  Sent,
  Session,
  ArchiveState,
  ToldValues,
} from '../../../domain/entry.ts';
import type { Row } from '../database/open-database.ts';
import { parsed, tagsOf, taskColumn, taskOf } from '../database/json-column.ts';

/** SQLite's columns to values and back. Whether a row is sound is for `validate-row-values.ts` to say. */

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

export function entryOf(row: Row): Entry {
  return {
    id: String(row['id']),
    origin: row['origin'] === 'server' ? 'server' : 'stint',
    startAt: Number(row['start_at']) as Instant,
    seconds: Number(row['seconds']) as Seconds,
    type: row['type'] === 'break' ? 'break' : 'activity',
    task: taskOf(row['task']),
    description: text(row['description']),
    delivery: deliveryOf(row),
    presence: PRESENCES.find((one) => one === row['presence']) ?? 'kept',
    archiveState: ARCHIVE_STATES.find((one) => one === row['shelf']) ?? 'none',
    timeBlockId: number(row['time_block_id']),
    sent: sentOf(row['sent']),
    ...lookOf(row),
  };
}

export function idRowOf(row: Row): IdRow {
  return {
    id: String(row['id']),
    startAt: Number(row['start_at']) as Instant,
    serverId: number(row['server_id']),
    sentAt: number(row['sent_at']) as Instant | undefined,
    isLookedFor: row['look_at'] !== null,
  };
}

/** Absent where it is not set, as it is written. */
function lookOf(row: Row): Pick<Entry, 'late' | 'lookAt' | 'billable' | 'tags'> {
  const tags = tagsOf(row['tags']);
  const billable = number(row['billable']);
  const late = lateOf(row['late']);
  const lookAt = number(row['look_at']) as Instant | undefined;
  return {
    ...(late === undefined ? {} : { late }),
    ...(lookAt === undefined ? {} : { lookAt }),
    ...(billable === undefined ? {} : { billable: billable === 1 }),
    ...(tags === undefined ? {} : { tags }),
  };
}

function lateOf(value: unknown): Late | undefined {
  const late = parsed(value) as Late | undefined;
  return (
    late && {
      sinceAt: late.sinceAt,
      ...(late.creates && { creates: late.creates.map(valuesOf) }),
      ...(late.updates && { updates: late.updates.map(toldOf) }),
      ...(late.deeds && { deeds: late.deeds }),
      ...(late.others && { others: late.others }),
      ...(late.blocked && { blocked: late.blocked }),
    }
  );
}

function toldOf(told: ToldValues): ToldValues {
  return { ...valuesOf(told), ...(told.only && { only: told.only }) };
}

/** JSON leaves out what is undefined, and laid over an entry an absent field would not clear it. */
function sentOf(value: unknown): Sent | undefined {
  const sent = parsed(value) as Sent | null | undefined;
  if (sent === undefined || sent === null) return undefined;
  const { unsure, conflict, replace } = sent;
  return {
    ...valuesOf(sent),
    ...(unsure === true ? { unsure } : {}),
    ...(conflict === true ? { conflict } : {}),
    ...(replace === true ? { replace } : {}),
  };
}

const PRESENCES: readonly Presence[] = ['kept', 'removing', 'removed', 'restoring'];

const ARCHIVE_STATES: readonly ArchiveState[] = ['none', 'archiving', 'archived', 'unarchiving'];

function deliveryOf(row: Row): Delivery {
  const sinceAt = (number(row['since_at']) ?? 0) as Instant;
  const sentAt = number(row['sent_at']) as Instant | undefined;
  const stamp = sentAt === undefined ? {} : { sentAt };
  switch (row['state']) {
    case 'queued':
      return { state: 'queued' };
    case 'sending':
      return { state: 'sending', sinceAt };
    case 'delivered':
      return {
        state: 'delivered',
        serverId: number(row['server_id']),
        refused: row['status'] === null ? undefined : { ...refusalOf(row), ...deedOf(row) },
        ...stamp,
      };
    case 'rejected':
      return { state: 'rejected', ...refusalOf(row) };
    default:
      // Anything unclear is looked up on the server before it is sent.
      return { state: 'unknown', sinceAt, ...stamp, ...alikeOf(row) };
  }
}

/** Each is absent where it is not set, as it is written. */
type DeliveryFacts = {
  readonly deed?: StateChange | undefined;
  readonly alike?: readonly Alike[] | undefined;
};

function factsOf(row: Row): DeliveryFacts | undefined {
  return parsed(row['delivery_facts']) as DeliveryFacts | undefined;
}

function deedOf(row: Row): Pick<DeliveryFacts, 'deed'> {
  const deed = factsOf(row)?.deed;
  return deed === undefined ? {} : { deed };
}

function alikeOf(row: Row): Pick<DeliveryFacts, 'alike'> {
  const alike = factsOf(row)?.alike;
  return alike === undefined ? {} : { alike };
}

function factsColumn(delivery: Delivery): string | null {
  const deed = delivery.state === 'delivered' ? delivery.refused?.deed : undefined;
  const alike = delivery.state === 'unknown' ? delivery.alike : undefined;
  return deed === undefined && alike === undefined ? null : JSON.stringify({ deed, alike });
}

function refusalOf(row: Row): Refusal {
  return { status: number(row['status']) ?? 0, reason: text(row['reason']) ?? '' };
}

/** The columns of `entries`. What an entry is and whose it is never changes. */
export const ENTRY_COLUMNS = [
  'id',
  'account',
  'origin',
  'start_at',
  'seconds',
  'type',
  'task',
  'description',
  'state',
  'since_at',
  'server_id',
  'status',
  'reason',
  'presence',
  'sent',
  'changed',
  'shelf',
  'time_block_id',
  'sent_at',
  'late',
  'look_at',
  'delivery_facts',
  'billable',
  'tags',
] as const;

/** What stands in each of them, in that order. */
export function entryColumns(account: string, entry: Entry): (string | number | null)[] {
  return [
    entry.id,
    account,
    entry.origin,
    entry.startAt,
    entry.seconds,
    entry.type,
    taskColumn(entry.task),
    entry.description ?? null,
    ...deliveryColumns(entry.delivery),
    entry.presence,
    jsonOrNull(entry.sent),
    pendingChange(entry) === undefined ? 0 : 1,
    entry.archiveState,
    entry.timeBlockId ?? null,
    ('sentAt' in entry.delivery ? entry.delivery.sentAt : undefined) ?? null,
    jsonOrNull(entry.late),
    entry.lookAt ?? null,
    factsColumn(entry.delivery),
    entry.billable === undefined ? null : Number(entry.billable),
    jsonOrNull(entry.tags),
  ];
}

const jsonOrNull = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

function deliveryColumns(delivery: Delivery): (string | number | null)[] {
  const refusal = refusalIn(delivery);
  return [
    delivery.state,
    'sinceAt' in delivery ? delivery.sinceAt : null,
    delivery.state === 'delivered' ? (delivery.serverId ?? null) : null,
    refusal?.status ?? null,
    refusal?.reason ?? null,
  ];
}

/** Whatever has a status waits for the person, and is counted and found by that. */
const IN_QUESTION: Refusal = { status: 0, reason: '' };

function refusalIn(delivery: Delivery): Refusal | undefined {
  if (inQuestion({ delivery }) !== undefined) return IN_QUESTION;
  if (delivery.state === 'rejected') return delivery;
  return delivery.state === 'delivered' ? delivery.refused : undefined;
}

export function sessionOf(row: Row): Session {
  return {
    id: String(row['id']),
    startAt: Number(row['start_at']) as Instant,
    task: taskOf(row['task']),
    description: text(row['description']),
    timeBlockId: number(row['time_block_id']),
  };
}
