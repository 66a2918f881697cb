import type { Instant, Seconds, TaskView } from '#contract';
import { pendingChange, valuesOf } from '../../domain/change.ts';
import type {
  Delivery,
  Entry,
  Presence,
  Refusal,
  Sent,
  Session,
  Shelf,
} from '../../domain/entry.ts';
import type { Row } from './database.ts';

/** SQLite's columns to values and back. Rows are our own writing, so they are mapped and not validated. */

const text = (value: unknown): string | undefined =>
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
    shelf: SHELVES.find((one) => one === row['shelf']) ?? 'none',
    timeBlockId: number(row['time_block_id']),
    sent: sentOf(row['sent']),
  };
}

/** JSON leaves out what is undefined, and laid over an entry an absent field would not clear it. */
function sentOf(value: unknown): Sent | undefined {
  const sent = parsed(value) as Sent | undefined;
  if (sent === undefined) return undefined;
  const { unsure, conflict, replace } = sent;
  return {
    ...valuesOf(sent),
    ...(unsure === true ? { unsure } : {}),
    ...(conflict === true ? { conflict } : {}),
    ...(replace === true ? { replace } : {}),
  };
}

const PRESENCES: readonly Presence[] = ['kept', 'removing', 'removed', 'restoring'];

const SHELVES: readonly Shelf[] = ['none', 'archiving', 'archived', 'unarchiving'];

function deliveryOf(row: Row): Delivery {
  const sinceAt = (number(row['since_at']) ?? 0) as Instant;
  switch (row['state']) {
    case 'queued':
      return { state: 'queued' };
    case 'sending':
      return { state: 'sending', sinceAt };
    case 'delivered':
      return {
        state: 'delivered',
        serverId: number(row['server_id']),
        refused: row['status'] === null ? undefined : refusalOf(row),
      };
    case 'rejected':
      return { state: 'rejected', ...refusalOf(row) };
    default:
      // Anything unclear is looked up on the server before it is sent.
      return { state: 'unknown', sinceAt };
  }
}

function refusalOf(row: Row): Refusal {
  return { status: number(row['status']) ?? 0, reason: text(row['reason']) ?? '' };
}

/** In the order of the columns of `entries`. */
export function entryColumns(account: string, entry: Entry): (string | number | null)[] {
  const { sent } = entry;
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
    sent === undefined ? null : JSON.stringify(sent),
    pendingChange(entry) === undefined ? 0 : 1,
    entry.shelf,
    entry.timeBlockId ?? null,
  ];
}

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

function refusalIn(delivery: Delivery): Refusal | undefined {
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

export function taskColumn(task: TaskView | undefined): string | null {
  return task === undefined ? null : JSON.stringify(task);
}

export function taskOf(value: unknown): TaskView | undefined {
  return parsed(value) as TaskView | undefined;
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : undefined;
}
