import { expect, it } from 'vitest';
import { LATE_MS } from '../../../src-main/domain/sync/late-requests.ts';
import type { Step } from '../../model/step.ts';
import {
  broken,
  DAY_BACK,
  fault,
  KILL,
  late,
  OFFLINE,
  pass,
  start,
  status,
  STOP,
} from './history.ts';

/** Each broke a promise once; they are the shortest that fast-check found. */

it('sends all that waits at once behind an entry that was refused alone', async () => {
  const slow = fault({ kind: 'slow', ms: 300 });
  expect(await broken([start(3), slow, start(1), start(1)])).toEqual([]);
});

it('does the same where the refusal met an entry that was no longer alone', async () => {
  const steps = [start(1), fault({ kind: 'slow', ms: 300 }), status(400), start(1), start(1)];
  const there = { what: 'task', value: 1 } as const;
  const rest: Step[] = [OFFLINE, KILL, OFFLINE, { do: 'elsewhere', entry: 1, change: there }];
  expect(await broken([...steps, ...rest, { do: 'read' }])).toEqual([]);
});

it('does the same where the entry was put on a task that is gone', async () => {
  const lost = fault({ kind: 'lost', ms: 0 });
  const edit: Step = { do: 'edit', entry: 0, task: 3 };
  const steps = [{ do: 'offline' } as const, start(1), start(1), lost, edit, start(3)];
  expect(await broken([...steps, { do: 'online' }, OFFLINE, { do: 'refresh' }])).toEqual([]);
});

it('keeps suspecting the same entries when the clock is set back and others come before them', async () => {
  const steps = [start(1), status(401), start(3), start(1), status(400), KILL, start(1), DAY_BACK];
  expect(await broken(steps)).toEqual([]);
  expect(await broken([start(1), status(400), start(1), start(1), DAY_BACK, STOP])).toEqual([]);
});

it('takes what was told before for its own where a change in doubt meets the same words', async () => {
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'words', value: 'a' } };
  const doubtful: Step[] = [
    fault({ kind: 'lost', ms: 0 }),
    { do: 'edit', entry: 0, shift: -86_400 },
  ];
  const mine: Step[] = [OFFLINE, { do: 'edit', entry: 0, words: 'a' }, there, { do: 'read' }];
  const end: Step[] = [{ do: 'pass', ms: 3_600_000 }, { do: 'undo-edit' }];
  expect(await broken([start(1), STOP, ...doubtful, ...mine, ...end])).toEqual([]);
});

it('does not take the entry of another computer for ours because of what was sent in the same moment', async () => {
  const edit: Step = { do: 'edit', entry: 0, seconds: 60 };
  const twin: Step = { do: 'twin', entry: 0 };
  const steps = [start(1), start(1), late(1), KILL, twin, edit, { do: 'disconnect' } as const];
  expect(await broken(steps, { bodies: false })).toEqual([]);
});

it('finds the twin of an entry that went into an archive which lists leave out', async () => {
  const archive: Step = { do: 'archive', entry: 0 };
  const steps = [late(LATE_MS - 20_000), start(1), start(1), archive];
  expect(await broken(steps, { bodies: false, hidesArchived: true })).toEqual([]);
});

it('finds the twin of an entry that was moved to another day meanwhile', async () => {
  const move: Step = { do: 'edit', entry: 0, shift: -86_400 };
  expect(
    await broken([start(1), late(60_000), STOP, move, pass(108_000_000)], { bodies: false }),
  ).toEqual([]);
});

it('throws no session away whose length nobody knows, since the clock was set back meanwhile', async () => {
  expect(await broken([start(1), DAY_BACK, KILL, STOP])).toEqual([]);
});

it('finds twins in a reading that arrives piece by piece', async () => {
  const lost = fault({ kind: 'lost', ms: 0 });
  const begin = [start(1), lost, start(1), start(1), STOP, DAY_BACK];
  const edit: Step = { do: 'edit', entry: 0 };
  const steps = [...begin, late(15_000), edit, { do: 'pass', ms: 1 } as const];
  expect(await broken(steps, { headers: true, bodies: false, quota: 8 })).toEqual([]);
});

it('sends one thing though the quota is said to be spent, and only because a person asks', async () => {
  const edit: Step = { do: 'edit', entry: 0 };
  const moved = { what: 'shift', value: -60 } as const;
  const renamed = { what: 'words', value: 'a' } as const;
  const begin = [start(1), start(1), OFFLINE, { ...edit, shift: -86_400 } as const];
  const there = [{ do: 'elsewhere', entry: 0, change: moved }, { do: 'read' }] as const;
  const again = [start(1), OFFLINE, edit, { do: 'elsewhere', entry: 0, change: renamed } as const];
  const rest = [{ do: 'refresh' }, { do: 'pass', ms: 3_600_000 }] as const;
  const steps = [...begin, ...there, ...again, ...rest];
  expect(await broken(steps, { bodies: false, quota: 8 })).toEqual([]);
});

it('looks in time though the clock was set back since a change was given up', async () => {
  const edit: Step = { do: 'edit', entry: 0, shift: -86_400 };
  const there = { what: 'seconds', value: 60 } as const;
  const steps = [start(1), STOP, edit, { do: 'elsewhere', entry: 0, change: there } as const];
  const rest = [late(1), edit, KILL, DAY_BACK];
  expect(await broken([...steps, { do: 'read' }, ...rest], { bodies: false })).toEqual([]);
});

it('believes what was said of the quota last, though a connection was tried before', async () => {
  const slow = fault({ kind: 'late', ms: 30_000, lateMs: 1 });
  const connect: Step = { do: 'connect' };
  const begin: Step[] = [slow, { do: 'pass', ms: 3_600_000 }, { do: 'read' }, connect, DAY_BACK];
  const steps: Step[] = [...begin, { do: 'refresh' }, start(1), start(1), connect];
  expect(await broken(steps, { bodies: false, quota: 8 })).toEqual([]);
});

it('looks for a moved entry by its id again where a death came before the answer to that', async () => {
  const later: Step = { do: 'edit', entry: 0, shift: 1 };
  const gone: Step = { do: 'edit', entry: 0, task: 3, shift: -1 };
  const connect: Step = { do: 'connect' };
  const begin = [start(1), start(1), later, { do: 'pass', ms: 108_000_000 } as const];
  const steps = [...begin, connect, connect, gone, KILL, { do: 'pass', ms: 3_600_000 } as const];
  expect(await broken(steps, { bodies: false, quota: 8 })).toEqual([]);
});

it('tells words again that a late change has cleared, though a list without words tells nothing else', async () => {
  const edit = (words: string): Step => ({ do: 'edit', entry: 0, words });
  const steps = [start(1), STOP, edit('a'), late(15_000), edit(''), { do: 'undo-edit' } as const];
  expect(await broken([...steps, start(1)], { bodies: false })).toEqual([]);
});

it('does not tell what was refused as gone once more, only because the entry is archived', async () => {
  const edit: Step = { do: 'edit', entry: 0 };
  const begin: Step[] = [start(1), STOP, { ...edit, task: 3 }, { do: 'archive', entry: 0 }];
  const lost = fault({ kind: 'lost', ms: 0 });
  const rest: Step[] = [{ do: 'disconnect' }, lost, edit, { do: 'undo-edit' }];
  expect(await broken([...begin, ...rest], { bodies: false })).toEqual([]);
});

it('forgets nothing that was given up before it was looked for, though the clock was set ahead', async () => {
  const shift: Step = { do: 'edit', entry: 0, shift: -86_400 };
  const begin: Step[] = [start(1), STOP, { do: 'edit', entry: 0, task: null }, start(1)];
  const rest: Step[] = [late(280_000), shift, KILL, shift, STOP, { do: 'jump', ms: 93_600_000 }];
  const there: Step = { do: 'elsewhere', entry: 1, change: { what: 'deleted', value: false } };
  expect(await broken([...begin, ...rest, there], { bodies: false })).toEqual([]);
});

it('knows a late update for its own that changed only the start, and not the length told since', async () => {
  const shift: Step = { do: 'edit', entry: 0, shift: -86_400 };
  const begin: Step[] = [start(1), STOP, { do: 'edit', entry: 0, task: null }, start(1)];
  const rest: Step[] = [late(280_000), shift, KILL, { ...shift, seconds: 600 }, STOP];
  const there: Step = { do: 'elsewhere', entry: 1, change: { what: 'deleted', value: false } };
  expect(await broken([...begin, ...rest, there], { bodies: false })).toEqual([]);
});

it('tells what a late update undid once more where it stands in an archive which lists leave out', async () => {
  const undo: Step = { do: 'undo-edit' };
  const edit: Step = { do: 'edit', entry: 0, seconds: 600, shift: -86_400 };
  const begin = [start(1), start(1), { do: 'archive', entry: 0 } as const, late(60_000), edit];
  const there: Step = { do: 'elsewhere', entry: 1, change: { what: 'shift', value: -60 } };
  const rest: Step[] = [undo, undo, STOP, undo, OFFLINE, { do: 'edit', entry: 1 }, there];
  const steps = [...begin, ...rest, { do: 'read' } as const];
  expect(await broken(steps, { bodies: false, hidesArchived: true })).toEqual([]);
});

it('sends one alone once more, whose answer was lost, while another is suspected to be refused', async () => {
  const edit: Step = { do: 'edit', entry: 0 };
  const begin: Step[] = [start(3), late(1), edit, edit, start(1), late(1)];
  const lost = fault({ kind: 'lost', ms: 0 });
  const rest: Step[] = [pass(600_000), start(1), lost, { ...edit, shift: -86_400 }];
  const steps = [...begin, ...rest, pass(3_600_000), { do: 'undo-edit' } as const];
  expect(await broken(steps, { bodies: false, quota: 8 })).toEqual([]);
});

it('tells words once more that a first creation, found by a list without words, did not have', async () => {
  const slow = fault({ kind: 'slow', ms: 300 });
  const begin: Step[] = [start(1), late(15_000), STOP, slow, late(1)];
  const say = (words: string): Step => ({ do: 'edit', entry: 0, words });
  for (const words of ['poison', 'a']) {
    const steps = [...begin, say(words), { do: 'pass', ms: 3_600_000 } as const];
    expect(await broken(steps, { bodies: false })).toEqual([]);
  }
});

it('goes on once a refresh has shown that the quota was not spent', async () => {
  const edit: Step = { do: 'edit', entry: 0 };
  const begin: Step[] = [start(1), STOP, late(1), edit, { do: 'undo-edit' }];
  const rest: Step[] = [late(1), { ...edit, shift: -86_400 }, { do: 'pass', ms: 3_600_000 }];
  const steps = [...begin, ...rest, { do: 'refresh' } as const];
  expect(await broken(steps, { bodies: false, quota: 8 })).toEqual([]);
});

it('shows the late twin of an entry that somebody deleted before it was there', async () => {
  const begin: Step[] = [late(15_000), start(1), STOP, { do: 'pass', ms: 12_000 }];
  const move: Step = { do: 'several', entries: [0], what: 'move', task: 2 };
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'deleted', value: true } };
  expect(await broken([...begin, move, there, { do: 'slip' }], { bodies: false })).toEqual([]);
});

it('leaves one of two that are alike, whoever made it, where the other is deleted', async () => {
  const shift = { what: 'shift', value: 1 } as const;
  const steps: Step[] = [start(1), start(1), { do: 'delete', entry: 0 }, OFFLINE];
  const rest: Step[] = [
    { do: 'edit', entry: 0 },
    { do: 'elsewhere', entry: 0, change: shift },
  ];
  const end: Step[] = [{ do: 'read' }, start(1), { do: 'pass', ms: 3_600_000 }];
  expect(await broken([...steps, ...rest, ...end], { bodies: false })).toEqual([]);
});

it('tells a change though the reading before it, long on its way, did not show another since', async () => {
  const there = (change: Extract<Step, { do: 'elsewhere' }>['change']): Step => ({
    do: 'elsewhere',
    entry: 0,
    change,
  });
  const edit: Step = { do: 'edit', entry: 0 };
  const read: Step = { do: 'read' };
  const begin: Step[] = [start(1), STOP, { do: 'archive', entry: 0 }];
  const first: Step[] = [
    fault({ kind: 'slow', ms: 300 }),
    OFFLINE,
    edit,
    there({ what: 'task', value: 1 }),
    read,
  ];
  const rest: Step[] = [
    OFFLINE,
    { ...edit, shift: -86_400 },
    there({ what: 'seconds', value: 60 }),
    read,
    STOP,
  ];
  expect(await broken([...begin, ...first, ...rest], { bodies: false })).toEqual([]);
});

it('knows an entry as what was given up first, though it was changed and sent again without an answer', async () => {
  const slow = fault({ kind: 'slow', ms: 30_000 });
  const again = fault({ kind: 'late', ms: 30_000, lateMs: 1 });
  const edit: Step = { do: 'edit', entry: 0, task: 3 };
  const steps = [start(1), late(60_000), STOP, slow, again, edit, pass(108_000_000)];
  expect(await broken([...steps, { do: 'delete', entry: 0 }], { bodies: false })).toEqual([]);
});
