import { expect, it } from 'vitest';
import type { Step } from '../../model/step.ts';
import {
  broken,
  DAY_BACK,
  fault,
  KILL,
  late,
  lost,
  OFFLINE,
  pass,
  READ,
  start,
  status,
  STOP,
} from './history.ts';

/** Histories in which requests were too many, or seemed so: the shortest that fast-check found. */

it('keeps the entries of a task that is gone behind all others, whatever comes before them', async () => {
  const edit = (entry: number): Extract<Step, { do: 'edit' }> => ({ do: 'edit', entry });
  const begin = [lost(), start(3), start(1), start(1), start(3), start(1), late(1), OFFLINE];
  const edits: Step[] = [lost(30_000), edit(0), { ...edit(1), words: 'a' }, DAY_BACK, OFFLINE];
  const there: Step = { do: 'elsewhere', entry: 3, change: { what: 'deleted', value: false } };
  const move: Step = { do: 'several', entries: [0], what: 'move', task: 1 };
  const rest = [{ ...edit(3), shift: -86_400 }, there, READ, move, start(1), pass(3_600_000)];
  expect(await broken([...begin, ...edits, ...rest], { bodies: false })).toEqual([]);
});

it('counts no request as under way that died with the process which had sent it', async () => {
  const slowly = lost(300);
  const begin: Step[] = [OFFLINE, OFFLINE, start(1), slowly, start(1), KILL, start(1)];
  const steps: Step[] = [...begin, { do: 'jump', ms: -1 }, start(1), start(1), KILL];
  expect(await broken(steps, { headers: true, bodies: false, quota: 8 })).toEqual([]);
});

it('lets a person try once where a request that nobody answered may have been the last', async () => {
  const edit = (entry: number): Step => ({ do: 'edit', entry, shift: -86_400 });
  const longer = (entry: number): Step => {
    return { do: 'elsewhere', entry, change: { what: 'seconds', value: 60 } };
  };
  const begin: Step[] = [start(1), start(1), { do: 'archive', entry: 0 }, start(1), STOP];
  const edits: Step[] = [late(1), edit(0), { do: 'undo-edit' }, OFFLINE, edit(1), longer(1)];
  const steps: Step[] = [...begin, ...edits, { do: 'refresh' }, longer(0)];
  expect(await broken(steps, { headers: true, quota: 8 })).toEqual([]);
});

it('looks before it tells a change that failed once more, though its id was read already', async () => {
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'words', value: 'a' } };
  const edit: Step = { do: 'edit', entry: 0, shift: -86_400 };
  const slowly: Step[] = [fault({ kind: 'slow', ms: 300 }), OFFLINE];
  const steps: Step[] = [start(1), start(1), ...slowly, edit, there, READ, pass(3_600_000)];
  expect(await broken(steps, { bodies: false })).toEqual([]);
});

it('tells of the delete of an entry whose return was refused', async () => {
  const move: Step = { do: 'several', entries: [0], what: 'move', task: 1 };
  const refused = status(400);
  const begin: Step[] = [start(3), start(1), move, { do: 'mend/undo' }, refused];
  const steps: Step[] = [...begin, { do: 'edit', entry: 0, shift: -86_400 }];
  expect(await broken([...steps, { do: 'delete', entry: 0 }], { bodies: false })).toEqual([]);
});

it('asks for an entry under its task and without it once more where the quota ran out between the two', async () => {
  const edit: Step[] = [
    { do: 'edit', entry: 0 },
    { do: 'edit', entry: 3, task: 3, shift: -86_400 },
    READ,
  ];
  const begin: Step[] = [start(1), start(1), STOP, pass(3_600_000), start(1), late(3000), ...edit];
  const steps: Step[] = [...begin, { do: 'edit', entry: 1, words: 'poison' }, STOP];
  const end: Step[] = [{ do: 'undo-edit' }, { do: 'edit', entry: 0, words: 'a' }];
  expect(await broken([...steps, ...end], { bodies: false, quota: 8 })).toEqual([]);
});

it('keeps what was archived here, brought out and deleted elsewhere before anybody read that', async () => {
  const there = (what: 'archived' | 'deleted', value: boolean): Step => {
    return { do: 'elsewhere', entry: 0, change: { what, value } };
  };
  const archive: Step = { do: 'several', entries: [0], what: 'archive' };
  const unread: Step[] = [there('archived', false), there('deleted', true)];
  expect(await broken([start(1), start(1), archive, ...unread], { bodies: false })).toEqual([]);
});

it('keeps an entry that is in the archive after all, though that was refused and the entry changed long after', async () => {
  const archive: Step[] = [lost(), { do: 'archive', entry: 0 }, status(400), pass(60_000)];
  const edit: Step[] = [OFFLINE, { do: 'edit', entry: 0 }];
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'words', value: 'a' } };
  const begin: Step[] = [start(1), lost(), pass(1000), { do: 'slip' }, pass(3_600_000)];
  const steps = [...begin, ...archive, ...edit, there, READ];
  expect(await broken(steps, { hidesArchived: true, bodies: false })).toEqual([]);
});

it('keeps it, too, where nobody decides about the refusal for longer than a day', async () => {
  const archive: Step[] = [lost(), { do: 'archive', entry: 0 }, status(400), late(1)];
  const steps: Step[] = [start(1), pass(60_000), { do: 'slip' }, ...archive];
  const end: Step[] = [{ do: 'edit', entry: 0 }, pass(108_000_000), { do: 'offline' }];
  expect(await broken([...steps, ...end], { hidesArchived: true })).toEqual([]);
});
