import type { DeliveryView, EntryView } from '#contract';
import { pendingChange, valuesOf } from '../../domain/sync/pending-change.ts';
import type { Entry, Refusal } from '../../domain/entry.ts';
import { isArchived } from '../../domain/day/occupied-span.ts';
import { inQuestion } from '../../domain/sync/in-question.ts';
import { blockedIn, isHeldUp } from '../../domain/sync/held-up-entry.ts';

/** An entry as tray and popup draw it; `asked`: by those of which a person has to decide first. */
export function entryView(entry: Entry, asked?: ReadonlySet<string>): EntryView {
  const { id, sent, timeBlockId } = entry;
  return {
    id,
    ...valuesOf(entry),
    delivery: isAsked(entry, asked) ? { state: 'asked' } : deliveryView(entry),
    archived: isArchived(entry),
    conflict: sent?.conflict === true ? valuesOf(sent) : undefined,
    timeBlockId,
  };
}

function isAsked({ id, delivery }: Entry, asked?: ReadonlySet<string>): boolean {
  return delivery.state === 'queued' && asked?.has(id) === true;
}

function deliveryView(entry: Entry): DeliveryView {
  return heldUp(entry) ?? progress(entry);
}

function heldUp(entry: Entry): DeliveryView | undefined {
  const status = blockedIn(entry)?.status;
  const isShown = status !== undefined && isHeldUp(entry) && isOnItsWay(entry);
  return isShown ? { state: 'blocked', status } : undefined;
}

function progress(entry: Entry): DeliveryView {
  const { delivery } = entry;
  switch (delivery.state) {
    case 'queued':
      return { state: 'waiting' };
    case 'sending':
      return { state: 'sending' };
    case 'unknown': {
      const alike = inQuestion(entry);
      return alike === undefined ? { state: 'checking' } : { state: 'in-question', alike };
    }
    case 'delivered':
      if (delivery.refused !== undefined) return rejection(delivery.refused, true);
      return { state: pendingChange(entry) === undefined ? 'delivered' : 'waiting' };
    case 'rejected':
      return rejection(delivery, false);
  }
}

/** As far as nobody refused it. */
function isOnItsWay(entry: Entry): boolean {
  const { state } = entry.delivery;
  return state === 'delivered'
    ? pendingChange(entry) !== undefined
    : state !== 'rejected' && state !== 'sending' && inQuestion(entry) === undefined;
}

function rejection({ status, reason }: Refusal, delivered: boolean): DeliveryView {
  return { state: 'rejected', status, reason, delivered };
}
