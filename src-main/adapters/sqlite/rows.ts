import type { Instant, Seconds, TaskView } from '#contract';
import type { Delivery, Entry, Session } from '../../domain/entry.ts';
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
  };
}

function deliveryOf(row: Row): Delivery {
  const sinceAt = (number(row['since_at']) ?? 0) as Instant;
  switch (row['state']) {
    case 'queued':
      return { state: 'queued' };
    case 'sending':
      return { state: 'sending', sinceAt };
    case 'delivered':
      return { state: 'delivered', serverId: number(row['server_id']) };
    case 'rejected':
      return {
        state: 'rejected',
        status: number(row['status']) ?? 0,
        reason: text(row['reason']) ?? '',
      };
    default:
      // Anything unclear is looked up on the server before it is sent.
      return { state: 'unknown', sinceAt };
  }
}

export function entryColumns(account: string, entry: Entry): (string | number | null)[] {
  const { delivery } = entry;
  return [
    entry.id,
    account,
    entry.origin,
    entry.startAt,
    entry.seconds,
    entry.type,
    taskColumn(entry.task),
    entry.description ?? null,
    delivery.state,
    'sinceAt' in delivery ? delivery.sinceAt : null,
    delivery.state === 'delivered' ? (delivery.serverId ?? null) : null,
    delivery.state === 'rejected' ? delivery.status : null,
    delivery.state === 'rejected' ? delivery.reason : null,
  ];
}

export function sessionOf(row: Row): Session {
  return {
    id: String(row['id']),
    startAt: Number(row['start_at']) as Instant,
    task: taskOf(row['task']),
    description: text(row['description']),
  };
}

export function taskColumn(task: TaskView | undefined): string | null {
  return task === undefined ? null : JSON.stringify(task);
}

export function taskOf(value: unknown): TaskView | undefined {
  return typeof value === 'string' ? (JSON.parse(value) as TaskView) : undefined;
}
