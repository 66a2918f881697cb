import type { DeliveryView } from '#contract';

type Rejected = Extract<DeliveryView, { state: 'rejected' }>;
type Blocked = Extract<DeliveryView, { state: 'blocked' }>;

/** Why Toggl Focus refused an entry, in a person's words where the status says enough. */
export function rejection({ status, reason, delivered }: Rejected, hasTask: boolean): string {
  if (delivered) return refusedChange(status, reason);
  // Not a word of Toggl's.
  if (status === 0) return reason;
  if (status === 402) return 'Your Toggl plan does not allow this entry.';
  if (status === 403) return 'You may not track time here any more.';
  if (status === 404 || status === 410) {
    return hasTask
      ? 'The task is no longer in Toggl Focus.'
      : 'The workspace is no longer in Toggl Focus.';
  }
  return reason === '' ? 'Toggl Focus refused this entry.' : `Toggl Focus refused it: “${reason}”`;
}

/** Why it does not get there though others may: nobody at Toggl has seen it. */
export function heldUpOnTheWay({ status }: Blocked): string {
  const how = status === 0 ? '' : ` (HTTP ${status})`;
  return (
    `Something between this computer and Toggl Focus does not let it through${how}. ` +
    'It is kept here and tried once an hour. A filter may mind its words: change them, or press Refresh to try now.'
  );
}

/** The entry itself is in Toggl Focus, as it was before the change. */
function refusedChange(status: number, reason: string): string {
  if (status === 404) return 'It was deleted in Toggl Focus, so your change could not be made.';
  if (status === 403) return 'You may not change this entry in Toggl Focus.';
  return reason === ''
    ? 'Toggl Focus refused your change.'
    : `Toggl Focus refused your change: “${reason}”`;
}
