import type { DeliveryView, EntryView } from '#contract';
import { pendingChange, valuesOf } from '../domain/change.ts';
import type { Entry, Refusal } from '../domain/entry.ts';
import { isArchived } from '../domain/piece.ts';

/** An entry as tray and popup draw it. */
export function entryView(entry: Entry): EntryView {
  const { id, sent, timeBlockId } = entry;
  return {
    id,
    ...valuesOf(entry),
    delivery: deliveryView(entry),
    archived: isArchived(entry),
    conflict: sent?.conflict === true ? valuesOf(sent) : undefined,
    timeBlockId,
  };
}

function deliveryView(entry: Entry): DeliveryView {
  const { delivery } = entry;
  switch (delivery.state) {
    case 'queued':
      return { state: 'waiting' };
    case 'sending':
      return { state: 'sending' };
    case 'unknown':
      return { state: 'checking' };
    case 'delivered':
      if (delivery.refused !== undefined) return rejection(delivery.refused, true);
      return { state: pendingChange(entry) === undefined ? 'delivered' : 'waiting' };
    case 'rejected':
      return rejection(delivery, false);
  }
}

function rejection({ status, reason }: Refusal, delivered: boolean): DeliveryView {
  return { state: 'rejected', status, reason, delivered };
}
