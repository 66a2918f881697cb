import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { pendingChange, type Change } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { ACCOUNT, type EditRig } from '../../support/core/edit-rig.ts';
import { onRandomDays } from '../../support/random/random-days.ts';
import { commandOf, randomEdits } from '../../support/random/random-edits.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What happens on the way to Toggl Focus between two mends. */
const deliveries = fc.record({
  do: fc.constant('deliver' as const),
  answer: fc.constantFrom('done', 'nameless', 'refused', 'unclear', 'held'),
});

type Delivery = typeof deliveries extends fc.Arbitrary<infer T> ? T : never;

const histories = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: randomEdits },
    { weight: 1, arbitrary: deliveries },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  ),
  { minLength: 1, maxLength: 14 },
);

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ id }) => id);
}

let lastServerId = 5000;

/**
 * Sends what waits and tells what changed, each answered alike; a delete from before the history is
 * carried out, for its refusal would bring an entry back that no undo knows of.
 */
function deliver(rig: EditRig, { answer }: Delivery, goneBefore: ReadonlySet<string>): void {
  const { store, tracker } = rig;
  for (const entry of rig.entries()) {
    const { delivery, presence } = entry;
    if (delivery.state === 'queued' && presence !== 'removed') {
      tracker.markSending([entry]);
      tracker.recordCreated(ACCOUNT, [entry.id], classifyCreateResponse(answer));
    } else if (delivery.state === 'delivered') {
      const change = pendingChange(entry);
      if (change === undefined) continue;
      if (delivery.serverId === undefined) learnId(rig, entry);
      else tell(rig, entry, change, goneBefore.has(entry.id) ? 'done' : answer);
    }
  }
  expect(store.counts(ACCOUNT).sending).toBe(0);
}

function classifyCreateResponse(answer: Delivery['answer']) {
  switch (answer) {
    case 'done':
      return { kind: 'delivered', serverId: (lastServerId += 1) } as const;
    case 'nameless':
      return { kind: 'delivered', serverId: undefined } as const;
    case 'refused':
      return { kind: 'rejected', status: 422, reason: 'no' } as const;
    case 'unclear':
      return { kind: 'unknown', pause: undefined } as const;
    case 'held':
      return { kind: 'wait', pause: { reason: 'offline', cause: 'network' } } as const;
  }
}

function tell(rig: EditRig, entry: Entry, change: Change, answer: Delivery['answer']): void {
  rig.tracker.markSendingChange(ACCOUNT, change, [entry]);
  const kind = answer === 'nameless' ? 'done' : answer;
  const refusal = { kind: 'refused', status: 422, reason: 'no' } as const;
  rig.tracker.recordChanged(ACCOUNT, entry, change, kind === 'refused' ? refusal : { kind });
}

function learnId(rig: EditRig, entry: Entry): void {
  const delivery = {
    state: 'delivered',
    serverId: (lastServerId += 1),
    refused: undefined,
  } as const;
  rig.store.putEntry(ACCOUNT, { ...entry, delivery });
}

it('is again what it was after undoing any history, whatever was delivered or refused between', () => {
  let steps = 0;
  onRandomDays(histories, (rig, history, at) => {
    const first = rig.visible();
    const goneBefore = new Set(idsOf(rig.entries()));
    for (const id of idsOf(rig.shown())) goneBefore.delete(id);
    for (const step of history) {
      rig.now += 7_300;
      if (step.do === 'deliver') deliver(rig, step, goneBefore);
      else if ('which' in step) {
        const command = commandOf(rig, step, at);
        if (command !== undefined && rig.edit(command).ok) steps += 1;
      } else rig.edit({ type: `mend/${step.do}` });
    }
    while (rig.editService.undo(ACCOUNT) !== undefined) rig.edit({ type: 'mend/undo' });
    expect(rig.visible()).toEqual(first);
    const unsent = rig
      .entries()
      .filter(({ id, delivery }) => id.startsWith('new-') && delivery.state === 'queued');
    expect(unsent).toEqual([]);
  });
  expect(steps).toBeGreaterThan(300);
});

it('does again exactly what was undone', () => {
  onRandomDays(fc.array(randomEdits, { minLength: 1, maxLength: 10 }), (rig, history, at) => {
    const states = [rig.visible()];
    // A refusal that was given up is nothing that could be seen here.
    for (const step of history.filter((mend) => mend.do !== 'revert')) {
      const command = commandOf(rig, step, at);
      const before = rig.editService.undo(ACCOUNT);
      if (command !== undefined) rig.edit(command);
      if (rig.editService.undo(ACCOUNT) !== before) states.push(rig.visible());
    }
    for (const state of states.slice(0, -1).reverse()) {
      rig.edit({ type: 'mend/undo' });
      expect(rig.visible()).toEqual(state);
    }
    for (const state of states.slice(1)) {
      rig.edit({ type: 'mend/redo' });
      expect(rig.visible()).toEqual(state);
    }
    expect(rig.editService.redo(ACCOUNT)).toBeUndefined();
  });
});
