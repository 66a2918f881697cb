import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { Delivery, Entry } from '../../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import {
  asked,
  identified,
  noneOfThem,
} from '../../../../src-main/domain/reconcile/ask-which-entry-it-is.ts';
import {
  merge,
  type Reconciliation,
} from '../../../../src-main/domain/reconcile/reconcile-reading.ts';
import { broughtBack, deleted } from '../../../../src-main/domain/edit/delete-and-bring-back.ts';
import { inQuestion } from '../../../../src-main/domain/sync/in-question.ts';
import { isFinished, type Finished } from '../../../../src-main/domain/finished-entry.ts';
import { reconcile } from '../../../support/core/whole-reading.ts';
import { at, delivered, entry, focusEntry, focusTask, seconds } from '../../../support/values.ts';

const SENT = at('09:10');
const NOW = at('09:20:10');
const LOST: Delivery = { state: 'unknown', sinceAt: SENT, sentAt: SENT };

const mine = (change: Partial<Entry> = {}, delivery: Delivery = LOST): Entry =>
  entry('a', delivery, { description: 'mine', ...change });
const there = (id: number, change: Partial<FocusEntry> = {}): FocusEntry =>
  focusEntry(id, { description: 'mine', createdAt: SENT, ...change });
const inProject = (id: number, projectId: number): FocusEntry =>
  there(id, { projectId, task: { ...focusTask(1), projectId: 8 } });
const tagged = (id: number, ...tagNames: readonly string[]): FocusEntry => there(id, { tagNames });

function ours({ put }: Reconciliation, before = mine()): Entry {
  return put.find(({ id }) => id === 'a') ?? before;
}
const idOf = ({ delivery }: Entry): unknown => 'serverId' in delivery && delivery.serverId;
const askedAbout = (entry: Entry): unknown => inQuestion(entry)?.map(({ serverId }) => serverId);

it('takes for ours what is in the project of its task, and nothing that is in another', () => {
  expect(idOf(ours(merge([mine()], [inProject(1, 9), inProject(2, 8)], NOW)))).toBe(2);
  expect(merge([mine()], [inProject(1, 9)], NOW).adopted).toBe(0);
  const noTask = mine({ task: undefined });
  const loose = { taskId: undefined, task: undefined };
  expect(merge([noTask], [there(1, { ...loose, projectId: 9 })], NOW).adopted).toBe(0);
  expect(merge([noTask], [there(1, loose)], NOW).adopted).toBe(1);
});

it('takes nothing for ours that has tags which its task has not', () => {
  const tagsOf = () => ['deep'];
  const found = (...tags: readonly string[]) => merge([mine()], [tagged(1, ...tags)], NOW, tagsOf);
  expect([found().adopted, found('deep').adopted, found('deep', 'x').adopted]).toEqual([1, 1, 0]);
  const noTask = mine({ task: undefined });
  const loose = there(1, { taskId: undefined, task: undefined, tagNames: ['x'] });
  expect(merge([noTask], [loose], NOW).adopted).toBe(0);
});

it('sends ours where what is there is another by its tags, and never takes that for a twin', () => {
  const reading = { fromAt: at('08:00'), toAt: at('11:00'), readAt: NOW, leftOut: [] };
  const strange = inProject(7, 9);
  const queued = ours(
    reconcile([mine()], { ...reading, graceEndedFor: at('09:20'), entries: [strange] }),
  );
  expect(queued).toMatchObject({ delivery: { state: 'queued' } });
  const known = merge([queued], [strange], NOW);
  expect(known).toMatchObject({ twins: 0 });
  const row = known.put.find(({ id }) => id === 'server:7')!;
  const sent: Entry = { ...ours(known, queued), delivery: delivered(8) };
  expect(merge([sent, row], [strange, there(8)], NOW).twins).toBe(0);
  expect(sent.late?.others).toEqual([7]);
});

it('asks about what was created before ours was sent, by more than clocks are apart', () => {
  const created = (clock: string) =>
    ours(merge([mine()], [there(1, { createdAt: at(clock) })], NOW));
  expect(idOf(created('09:08:01'))).toBe(1);
  expect(askedAbout(created('09:07:59'))).toEqual([1]);
});

it('asks nothing of that where an earlier request may have created it, or ours is surely there', () => {
  const early = there(1, { createdAt: at('09:00') });
  const again = mine({ late: { sinceAt: SENT, creates: [mine()] } });
  expect(idOf(ours(merge([again], [early], NOW)))).toBe(1);
  const nameless = mine(
    {},
    { state: 'delivered', serverId: undefined, refused: undefined, sentAt: SENT },
  );
  expect(idOf(ours(merge([nameless], [early], NOW)))).toBe(1);
});

it('takes of several that nobody could tell apart the one that was created first', () => {
  const created = (id: number, clock: string) => there(id, { createdAt: at(clock) });
  const found = [created(1, '09:12'), created(2, '09:11'), created(3, '09:11')];
  expect(idOf(ours(merge([mine()], found, NOW)))).toBe(2);
});

it('asks which of several it is that differ in what a person sees', () => {
  const { put, adopted } = merge([mine()], [tagged(2, 'y'), tagged(1, 'x')], NOW);
  expect(adopted).toBe(0);
  expect(put.map(({ id }) => id)).toEqual(['a', 'server:2', 'server:1']);
  expect(ours({ put } as Reconciliation).delivery).toMatchObject({
    state: 'unknown',
    sentAt: SENT,
    alike: [
      { serverId: 1, description: 'mine', tagNames: ['x'], createdAt: SENT },
      { serverId: 2, description: 'mine', tagNames: ['y'], createdAt: SENT },
    ],
  });
});

it('asks which it is where each could be ours, and one has a tag of its task', () => {
  const found = [tagged(1), tagged(2, 'deep')];
  expect(askedAbout(ours(merge([mine()], found, NOW, () => ['deep'])))).toEqual([1, 2]);
});

it('names of each what the server tells', () => {
  const bare = there(1, { description: undefined, createdAt: undefined, tagNames: ['x'] });
  const named = tagged(2, 'y');
  const projects = { projectId: 8, task: { ...focusTask(1), projectId: 8, projectName: 'Orion' } };
  const after = ours(merge([mine()], [{ ...named, ...projects }], NOW));
  expect(inQuestion(after)).toMatchObject([{ serverId: 2, projectName: 'Orion' }]);
  expect(inQuestion(ours(merge([mine()], [bare], NOW)))).toEqual([
    { serverId: 1, tagNames: ['x'] },
  ]);
});

it('asks about one tag of which nobody knows whether the task has it', () => {
  expect(askedAbout(ours(merge([mine()], [tagged(1, 'x')], NOW)))).toEqual([1]);
});

const finished = (...found: readonly FocusEntry[]): readonly Finished[] => found.filter(isFinished);
const question = (change: Partial<Entry> = {}): Entry =>
  asked(mine(change), finished(tagged(1, 'x'), tagged(2, 'y')), NOW);

it('stays in question whatever is read, and takes what turns up into the question', () => {
  const open = question();
  const reading = { fromAt: at('08:00'), toAt: at('11:00'), readAt: NOW, leftOut: [] };
  expect(reconcile([open], { ...reading, graceEndedFor: at('09:20'), entries: [] }).put).toEqual(
    [],
  );
  const [one, two] = merge([mine()], [tagged(1, 'x'), tagged(2, 'y')], NOW).put.slice(1);
  const next = merge([open, one!, two!], [tagged(1, 'x'), tagged(2, 'y'), there(3)], NOW);
  expect(askedAbout(ours(next, open))).toEqual([1, 2, 3]);
});

const NAMELESS = {
  state: 'delivered',
  serverId: undefined,
  refused: undefined,
  sentAt: SENT,
} as const;
const elsewhere = there(9, { description: 'theirs', createdAt: (SENT + 2_700) as Instant });

it.each<[string, Partial<Entry>]>([
  ['deletes', { presence: 'removing' }],
  ['archives', { archiveState: 'archiving' }],
  ['takes out of the archive', { archiveState: 'unarchiving' }],
  ['overwrites', { description: 'new', sent: mine() }],
])('asks before it %s what only stands where ours did', (_, change) => {
  const before = mine(change, NAMELESS);
  const after = ours(merge([before], [elsewhere], NOW));
  expect(after).toMatchObject({ presence: 'kept', delivery: { state: 'unknown' } });
  expect(askedAbout(after)).toEqual([9]);
});

it('takes over what was changed there where nothing is to be told of it', () => {
  const after = ours(merge([mine({}, NAMELESS)], [elsewhere], NOW));
  expect(after).toMatchObject({
    description: 'theirs',
    delivery: { serverId: 9 },
    sent: undefined,
  });
});

it('is only deleted here while in question, and its question comes back with it', () => {
  const gone = deleted(question());
  expect(gone.presence).toBe('removed');
  expect(broughtBack(gone)).toEqual(question());
});

it('becomes the one that the person names, with what was changed here since', () => {
  const row = merge([], [tagged(1, 'x')], NOW).put[0]!;
  const sentAt = SENT;
  expect(identified(question(), 1, row)).toMatchObject({
    id: 'a',
    origin: 'stint',
    delivery: { state: 'delivered', serverId: 1, sentAt },
    presence: 'kept',
    sent: undefined,
  });
  const edited = question({ seconds: seconds(900), sent: mine() });
  expect(identified(edited, 1, row)).toMatchObject({ seconds: 900, sent: { seconds: 600 } });
  expect(identified(edited, 1, undefined)).toMatchObject({
    seconds: 900,
    sent: { seconds: 600 },
    delivery: { serverId: 1 },
  });
  expect(identified(question(), 1, undefined)).toMatchObject({ seconds: 600, sent: undefined });
  expect(identified(question({ archiveState: 'archiving' }), 1, row).archiveState).toBe(
    'archiving',
  );
});

it('keeps what somebody changed of the one that the person names, where it was not changed here', () => {
  const row = merge([], [there(1, { seconds: seconds(300) })], NOW).put[0]!;
  const edited = question({ description: 'new', sent: mine() });
  expect(identified(edited, 1, row)).toMatchObject({
    description: 'new',
    seconds: 300,
    sent: { description: 'mine', seconds: 300 },
  });
});

it('waits to be sent where it is none of them, and takes none of them for a twin', () => {
  const queued = noneOfThem(question(), NOW);
  expect(queued).toMatchObject({ delivery: { state: 'queued' }, late: { others: [1, 2] } });
  const rows = [tagged(1, 'x'), tagged(2, 'y')];
  expect(merge([queued], rows, NOW)).toMatchObject({ twins: 0, adopted: 0 });
  expect(askedAbout(ours(merge([queued], rows, NOW), queued))).toBeUndefined();
  expect(noneOfThem(mine(), NOW)).toMatchObject({ delivery: { state: 'queued' } });
  // Ours turns up late all the same.
  expect(idOf(ours(merge([queued], [...rows, there(3)], NOW), queued))).toBe(3);
});

it('asks of one that waits to be sent anew, and tells then what was changed since', () => {
  const waiting = mine(
    { description: 'new', late: { sinceAt: SENT, creates: [mine()] } },
    { state: 'queued' },
  );
  const after = ours(merge([waiting], [tagged(1, 'x')], NOW), waiting);
  expect(after).toMatchObject({ description: 'new', sent: { description: 'mine' } });
  expect(askedAbout(after)).toEqual([1]);
  expect(identified(after, 1, undefined)).toMatchObject({
    description: 'new',
    sent: { description: 'mine' },
  });
});
