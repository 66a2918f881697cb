import { expect, it } from 'vitest';
import { at, MORNING } from '../../support/values.ts';
import { MINUTE, watchedCore, type WatchedCore } from './watched-core.ts';

const START = { type: 'timer/start', taskId: 1 } as const;
const STOP = { type: 'timer/stop' } as const;
const UNDO = { type: 'mend/undo' } as const;

/** Away from nine to half past, on a timer that runs since eight. */
async function afterAbsence(): Promise<WatchedCore> {
  const core = await watchedCore();
  await core.command(START);
  await core.time.pass(60 * MINUTE);
  await core.away(30);
  return core;
}

/** What Toggl Focus holds and shows, as minutes. */
const sent = ({ focus }: WatchedCore) =>
  focus.entries
    .filter((entry) => entry.deletedAt === undefined)
    .map(({ seconds = 0, type }) => `${type} ${seconds / 60}`);

it('asks about an absence on return, and lets the timer run meanwhile', async () => {
  const core = await afterAbsence();
  expect(core.questions()).toMatchObject([
    { why: 'away', fromAt: at('09:00'), toAt: at('09:30'), task: { id: 1 }, running: true },
  ]);
  expect(core.snapshot().timer).toMatchObject({ state: 'running', startAt: MORNING });
});

it('keeps an entry with an open question until that is answered, over a restart too, and sends others', async () => {
  const core = await afterAbsence();
  await core.command(STOP);
  await core.command({ type: 'timer/start', taskId: 2 });
  await core.time.pass(5 * MINUTE);
  await core.command(STOP);
  await core.time.pass(5 * MINUTE);
  expect(core.states()).toEqual(['delivered', 'asked']);
  await core.restart();
  await core.time.pass(5 * MINUTE);
  expect(core.questions()).toMatchObject([{ running: false }]);
  expect(sent(core)).toEqual(['activity 5']);
  await core.answer('go-on');
  await core.time.pass(5 * MINUTE);
  expect(core.questions()).toEqual([]);
  expect(sent(core)).toEqual(['activity 5', 'activity 60', 'activity 1']);
});

it('sends what stands behind an entry in question once a pause is over', async () => {
  const core = await afterAbsence();
  await core.command(STOP);
  core.focus.always = 'offline';
  await core.command({ type: 'timer/start', taskId: 2 });
  await core.time.pass(5 * MINUTE);
  await core.command(STOP);
  await core.time.pass(MINUTE);
  core.focus.always = undefined;
  await core.time.pass(20 * MINUTE);
  expect(sent(core)).toEqual(['activity 5']);
});

it.each([
  ['keep', ['activity 91']],
  ['stop', ['activity 60']],
  ['go-on', ['activity 60', 'activity 1']],
  ['break', ['activity 60', 'break 30', 'activity 1']],
] as const)('a running timer, answered “%s”, and taken back', async (answer, wanted) => {
  const core = await afterAbsence();
  const before = core.snapshot().timer;
  await core.answer(answer);
  expect(core.questions()).toEqual([]);
  expect(core.snapshot().undo).toMatchObject({ what: 'away' });
  await core.command(UNDO);
  expect(core.questions()).toMatchObject([{ fromAt: at('09:00'), toAt: at('09:30') }]);
  expect(core.snapshot().timer).toMatchObject({ ...before });
  await core.answer(answer);
  await core.command(STOP);
  await core.time.pass(20 * MINUTE);
  expect(sent(core).toSorted()).toEqual([...wanted].toSorted());
});

it('takes an answer back after it was sent', async () => {
  const core = await afterAbsence();
  await core.command(STOP);
  await core.answer('stop');
  await core.time.pass(5 * MINUTE);
  expect(sent(core)).toEqual(['activity 60']);
  await core.command(UNDO);
  expect(core.questions()).toHaveLength(1);
  await core.answer('keep');
  await core.time.pass(5 * MINUTE);
  expect(sent(core)).toEqual(['activity 91']);
});

it('asks before a press of Stop is carried out, however soon after the return it comes', async () => {
  const core = await watchedCore();
  await core.command(START);
  await core.time.pass(60 * MINUTE);
  core.leftAt = core.time.now();
  await core.time.pass(30 * MINUTE);
  core.leftAt = undefined;
  await core.time.pass(2000);
  await core.command(STOP);
  await core.time.pass(MINUTE);
  expect(core.questions()).toHaveLength(1);
  expect(core.states()).toEqual(['asked']);
  expect(sent(core)).toEqual([]);
});

it('asks about a second absence by itself, and a stop at the first answers both', async () => {
  const core = await afterAbsence();
  await core.time.pass(30 * MINUTE);
  core.tell('lock');
  await core.time.pass(15 * MINUTE);
  core.tell('unlock');
  expect(core.questions()).toHaveLength(2);
  await core.answer('stop');
  expect(core.questions()).toEqual([]);
  await core.command(UNDO);
  expect(core.questions()).toHaveLength(2);
  await core.answer('go-on');
  expect(core.questions()).toMatchObject([{ fromAt: at('10:00:59'), running: true }]);
});

it('lets a question follow its time where the person splits the timer, or drops it with the entry', async () => {
  const core = await afterAbsence();
  await core.time.pass(30 * MINUTE);
  const { timer } = core.snapshot();
  const entryId = timer.state === 'running' ? timer.id : '';
  await core.command({ type: 'entry/split', entryId, at: at('09:45') });
  expect(core.questions()).toMatchObject([{ running: false, fromAt: at('09:00') }]);
  expect(core.states()).toEqual(['asked']);
  await core.command({ type: 'entries/delete', entryIds: [core.entries()[0]?.id ?? ''] });
  expect(core.questions()).toEqual([]);
  await core.command(UNDO);
  expect(core.questions()).toHaveLength(1);
});

it('asks nothing while nothing runs, and waits for nothing then', async () => {
  const core = await watchedCore();
  const atRest = core.time.pending();
  await core.away(30);
  core.tell('suspend');
  core.tell('resume');
  await core.command(START);
  expect(core.time.pending()).toBe(atRest + 1);
  await core.time.pass(5 * MINUTE);
  await core.command(STOP);
  await core.time.pass(5 * MINUTE);
  expect(core.questions()).toEqual([]);
  expect(core.store.alive('focus:1/2' as never)).toBeDefined();
  expect(core.time.pending()).toBe(atRest);
});

it('refuses an answer to what is answered already', async () => {
  const core = await afterAbsence();
  const [question] = core.questions();
  await core.answer('keep');
  const again = { type: 'away/answer', questionId: question?.id ?? '', answer: 'stop' } as const;
  expect(await core.command(again)).toMatchObject({ error: { kind: 'no-question' } });
});

it('asks after the time that was chosen, and not at all where that is off', async () => {
  const core = await watchedCore();
  await core.command({ type: 'settings/away-after', minutes: 0 });
  await core.command(START);
  await core.away(120);
  expect(core.questions()).toEqual([]);
  await core.command({ type: 'settings/away-after', minutes: 1 });
  await core.away(2);
  expect(core.questions()).toHaveLength(1);
  expect(core.snapshot().settings.awayMinutes).toBe(1);
});
