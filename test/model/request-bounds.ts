import type { Ending } from './world/faulty-network.ts';
import type { World } from './play.ts';

/**
 * The most requests that a history may cost, kind by kind; what fails for the network's or the
 * quota's sake is paced by the waits, and its bound is the time that passed.
 *
 * - Carried out writes: one a session, however it travels. A change costs one more at most. What was
 *   given up, or cut off by a death, may be carried out late: taking the twin of an entry away again,
 *   or telling once more what was overtaken, is one more change for each entry concerned.
 * - Reads: one for every ambiguous send and one some minutes later, for what may have been carried out
 *   late; the same for what a death cut off and for a change that was told twice; one for the ids of a
 *   bulk; one for every change of an entry whose id nobody told, one a connection, one a refresh; one
 *   before a change that failed is told again, for somebody may have been faster meanwhile; one more
 *   after a read that failed is that read again.
 * - Refusals: one for each version of an entry, and on the way to it one bulk for each halving. Where
 *   the same is said of all, one each quarter of an hour. A change is asked for once more by the id
 *   alone where its task no longer has the entry. To send again is one more for each entry.
 */
export function requestBounds({ person, ledger, time }: World): readonly string[] {
  const { asked, wishes } = person;
  const { connects, refreshes, agains, kills, wakes } = asked;
  const sessions = wishes.length;
  const changes = asked.changes + agains * sessions;
  const halvings = Math.ceil(Math.log2(Math.max(2, sessions))) + 1;
  const refusedAlone = ledger.count('send', 'refused');
  const refusedTogether = ledger.count('bulk', 'refused');
  const ambiguous = ledger.count('send', 'ambiguous') + ledger.count('bulk', 'ambiguous');
  const kinds = ['probe', 'read', 'glance', 'send', 'bulk', 'change', 'bulk-change'] as const;
  const failed = kinds.reduce((sum, kind) => sum + ledger.count(kind, 'failed'), 0);
  const changesEnded = (ending: Ending): number =>
    ledger.count('change', ending) + ledger.count('bulk-change', ending);
  const doubts = ambiguous + changesEnded('ambiguous') + kills;
  const late = doubts * Math.max(1, sessions);
  const looks = 2 * doubts + ledger.count('bulk', 'ok');
  const reads = looks + changes + changesEnded('failed') + connects + refreshes;
  // Ten growing waits lead to the longest, which is half its cap at this randomness.
  const pacedBy = connects + refreshes + wakes + kills + changes + 2 * sessions + 1;
  const limits: readonly (readonly [string, number, number])[] = [
    ['sends carried out', ledger.count('send', 'ok') + ledger.count('bulk', 'ok'), sessions],
    ['changes carried out', changesEnded('ok'), changes + late],
    ['changes refused', ledger.count('change', 'refused'), 2 * (changes + late)],
    ['bulk changes refused', ledger.count('bulk-change', 'refused'), (changes + late) * halvings],
    ['glances', ledger.count('glance', 'ok'), 2 * (connects + refreshes)],
    ['reads', ledger.count('read', 'ok'), reads],
    ['entries refused', refusedAlone, sessions + changes + time.monotonic() / 900_000],
    ['bulks refused', refusedTogether, (sessions + changes) * halvings],
    ['failed requests', failed, 11 * pacedBy + time.monotonic() / 450_000],
  ];
  return limits
    .filter(([, count, limit]) => count > limit)
    .map(([name, count, limit]) => `${count} ${name}, at most ${limit}`);
}
