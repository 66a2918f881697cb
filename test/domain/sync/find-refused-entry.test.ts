import { expect, it } from 'vitest';
import type { Entry } from '../../../src-main/domain/entry.ts';
import {
  accepted,
  chosen,
  judged,
  NO_SUSPICION,
  unanswered,
  type Suspicion,
} from '../../../src-main/domain/sync/find-refused-entry.ts';
import { entry, task } from '../../support/values.ts';

/** Queued entries, each under the task of its number; none under 0. */
function queue(...tasks: readonly number[]): readonly Entry[] {
  return tasks.map((id, place) =>
    entry(`e${place}`, { state: 'queued' }, { task: id === 0 ? undefined : task(id) }),
  );
}

const names = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

it('sends all again but those that the server named', () => {
  const batch = queue(1, 2, 3);
  const { rejected, suspicion } = judged(NO_SUSPICION, batch, { status: 422, culprits: [1, 9] });
  expect(rejected).toEqual(['e1']);
  expect(names(chosen([batch[0]!, batch[2]!], suspicion))).toEqual(['e0', 'e2']);
});

it('halves those of which nobody is named until one stands alone', () => {
  const batch = queue(1, 2, 3, 4);
  const first = judged(NO_SUSPICION, batch, { status: 422 });
  expect(first).toMatchObject({ rejected: [], isForAll: false });
  const half = chosen(batch, first.suspicion);
  expect(names(half)).toEqual(['e0', 'e1']);
  const rest = accepted(first.suspicion, half);
  expect(names(chosen(batch.slice(2), rest))).toEqual(['e2']);
});

it('suspects nobody more than all others once the one to blame was found', () => {
  const batch = queue(1, 2, 3);
  const first = judged(NO_SUSPICION, batch, { status: 422 });
  const found = judged(first.suspicion, batch.slice(0, 1), { status: 422 });
  expect(found.rejected).toEqual(['e0']);
  expect(accepted(found.suspicion, batch.slice(1, 2)).suspects).toEqual([]);
});

it('leaves the entries of a task that was just refused out of the next bulk, and sends them last', () => {
  const mine = queue(7, 8, 7, 0);
  const { suspicion } = judged(NO_SUSPICION, mine.slice(0, 1), { status: 404 });
  expect(names(chosen(mine.slice(1), suspicion))).toEqual(['e1', 'e3']);
  const last = mine.slice(2, 3);
  expect(names(chosen(last, suspicion))).toEqual(['e2']);
  // The same of the same task: no search is needed.
  const others = queue(7, 7);
  expect(judged(suspicion, others, { status: 404 }).rejected).toEqual(['e0', 'e1']);
});

it('finds out of a refusal that may hold for all by single entries of different tasks, and pauses', () => {
  const batch = queue(1, 1, 2, 3);
  const first = judged(NO_SUSPICION, batch, { status: 403 });
  const probe = chosen(batch, first.suspicion);
  expect(names(probe)).toEqual(['e0']);
  const second = judged(first.suspicion, probe, { status: 403 });
  expect(second.rejected).toEqual(['e0']);
  const other = chosen(batch.slice(1), second.suspicion);
  expect(names(other)).toEqual(['e2']);
  const third = judged(second.suspicion, other, { status: 403 });
  expect(third).toMatchObject({ isForAll: true, rejected: [], pardoned: ['e0', 'e2'] });
  expect(names(chosen(batch, third.suspicion))).toEqual(['e1']);
});

/** After three refusals with 403, of different tasks. */
function paused(batch: readonly Entry[]): Suspicion {
  let suspicion = NO_SUSPICION;
  for (const each of [batch, batch.slice(0, 1), batch.slice(1, 2)]) {
    suspicion = judged(suspicion, each, { status: 403 }).suspicion;
  }
  return suspicion;
}

it('blames the entries themselves once each was refused by itself, and one again', () => {
  const batch = queue(1, 2, 3);
  const before = paused(batch);
  const third = judged(before, batch.slice(2), { status: 403 });
  expect(third).toMatchObject({ isForAll: true, rejected: [] });
  expect(names(chosen(batch, third.suspicion))).toEqual(['e0']);
  const again = judged(third.suspicion, batch.slice(0, 1), { status: 403 });
  expect(again).toMatchObject({ isForAll: false, rejected: ['e0', 'e1', 'e2'] });
  expect(again.suspicion).toEqual(NO_SUSPICION);
});

it('takes another status after the pause for the fault of the one that was sent', () => {
  const batch = queue(1, 2, 3);
  const { rejected, isForAll } = judged(paused(batch), batch.slice(2), { status: 422 });
  expect({ rejected, isForAll }).toEqual({ rejected: ['e2'], isForAll: false });
});

it('takes no refusal for one of all where something was accepted', () => {
  let suspicion = accepted(NO_SUSPICION, queue(9));
  for (const id of [1, 2, 3, 4]) {
    const judgement = judged(suspicion, queue(id), { status: 403 });
    expect(judgement.isForAll).toBe(false);
    suspicion = judgement.suspicion;
  }
});

it('begins to search anew where the same refusal meets others', () => {
  const batch = queue(0, 0, 2, 3);
  const first = judged(accepted(NO_SUSPICION, queue(9)), batch.slice(0, 1), { status: 404 });
  const second = judged(first.suspicion, batch, { status: 404 });
  expect(second.rejected).toEqual([]);
  expect(second.suspicion).toMatchObject({ suspects: ['e0', 'e1', 'e2', 'e3'], requests: 2 });
  expect(second.suspicion.alone.size).toBe(0);
});

it('keeps the entries of a refused task back no longer once one of that task was accepted', () => {
  const [before, now, ...later] = queue(7, 7, 7, 8);
  const { suspicion } = judged(NO_SUSPICION, [before!], { status: 404 });
  const meanwhile = accepted(suspicion, queue(9));
  expect(names(chosen([now!, ...later], meanwhile))).toEqual(['e3']);
  expect(names(chosen(later, accepted(meanwhile, [now!])))).toEqual(['e2', 'e3']);
});

it('keeps nothing back any more for a task that met what was meant for all', () => {
  const batch = queue(1, 2, 3);
  const [first, second, untried] = batch;
  const after = accepted(paused(batch), [untried!]);
  expect(names(chosen([first!, second!], after))).toEqual(['e0', 'e1']);
});

it('goes on with the search, and knows no more than before, where no answer came', () => {
  const batch = queue(1, 2, 3, 4);
  const first = judged(NO_SUSPICION, batch, { status: 403 });
  const alone = judged(first.suspicion, batch.slice(0, 1), { status: 403 });
  const next = unanswered(alone.suspicion, batch.slice(1, 2));
  expect(names(chosen(batch.slice(2), next))).toEqual(['e2']);
  expect(judged(next, batch.slice(2, 3), { status: 403 }).isForAll).toBe(true);
});

it('sends of tasks that were all refused those of the first alone', () => {
  let suspicion = NO_SUSPICION;
  for (const id of [7, 8]) {
    suspicion = judged(suspicion, queue(id), { status: 404 }).suspicion;
  }
  expect(names(chosen(queue(7, 8, 7), suspicion))).toEqual(['e0', 'e2']);
});

it('asks with one of another task next, be the first of none', () => {
  const batch = queue(0, 0, 2);
  const first = judged(NO_SUSPICION, batch, { status: 403 });
  const second = judged(first.suspicion, batch.slice(0, 1), { status: 403 });
  expect(second.suspicion.suspects).toEqual(['e1', 'e2']);
  expect(names(chosen(batch.slice(1), second.suspicion))).toEqual(['e2']);
});

it('asks with single entries no more once three were refused, and sends all again', () => {
  const [one, two, three] = queue(0, 0, 0);
  let suspicion = NO_SUSPICION;
  for (const batch of [[one!, two!, three!], [one!], [two!]]) {
    suspicion = judged(suspicion, batch, { status: 403 }).suspicion;
  }
  const later = queue(5, 5, 5, 5).slice(3);
  expect(names(chosen([three!, ...later], suspicion))).toEqual(['e2', 'e3']);
});

/** What three refusals by themselves mean. */
function thrice(status: number, ...tasks: readonly number[]): ReturnType<typeof judged> {
  const [first, second, third] = queue(...tasks).map((one) => [one]);
  const one = judged(NO_SUSPICION, first!, { status, culprits: [0] });
  const two = judged(one.suspicion, second!, { status, culprits: [0] });
  expect(two).toMatchObject({ isForAll: false, rejected: ['e1'], pardoned: [] });
  return judged(two.suspicion, third!, { status, culprits: [0] });
}

it('pauses where three of different tasks were refused by themselves, and not before', () => {
  expect(thrice(403, 1, 2, 3)).toMatchObject({ isForAll: true, pardoned: ['e0', 'e1', 'e2'] });
  expect(thrice(403, 1, 2, 1).isForAll).toBe(true);
});

it('pauses for nothing that is said of one task, or of what an entry holds', () => {
  expect(thrice(403, 1, 1, 1)).toMatchObject({ isForAll: false, rejected: ['e2'] });
  expect(thrice(422, 1, 2, 3)).toMatchObject({ isForAll: false, rejected: ['e2'] });
});

it('refuses nobody of another task along with those of one that was refused', () => {
  const { suspicion } = judged(NO_SUSPICION, queue(7), { status: 404 });
  expect(judged(suspicion, queue(7, 8), { status: 404 }).rejected).toEqual([]);
  const { suspicion: after } = judged(suspicion, queue(7, 7), { status: 404 });
  expect(names(chosen(queue(7, 8), after))).toEqual(['e1']);
});

it('suspects none of those that were accepted or went without an answer', () => {
  const batch = queue(1, 2, 0, 4);
  const { suspicion } = judged(NO_SUSPICION, batch, { status: 422 });
  expect(accepted(suspicion, batch.slice(1, 3)).suspects).toEqual(['e0', 'e3']);
  expect(unanswered(suspicion, batch.slice(1, 3)).suspects).toEqual(['e0', 'e3']);
  const refused = judged(
    judged(NO_SUSPICION, batch, { status: 403 }).suspicion,
    batch.slice(0, 1),
    {
      status: 403,
    },
  );
  expect(accepted(refused.suspicion, batch.slice(1, 2)).suspects).toEqual([]);
});
