import { describe, expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { applyThenAnswer, type Fault } from '../../support/server/faults.ts';
import { until } from '../../support/until.ts';
import { connectedWireCore, untilStates, type WireCore } from './core-over-http.ts';

/** Somebody in between passes what is sent on, and answers in its place. */
const PAGE = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><p>Sign in</p>' };
const TO_PORTAL = { headers: { Location: 'https://portal.example.com/' }, body: '' };
const answers: readonly (readonly [number, Fault])[] = [
  ...[200, 403, 404, 407, 429, 502, 511].map(
    (status) => [status, applyThenAnswer(status, PAGE)] as const,
  ),
  [302, applyThenAnswer(302, TO_PORTAL)],
];

const MINUTE = 60_000;

const isWrite = ({ method }: { readonly method: string }): boolean => method !== 'GET';

async function answered({ core }: WireCore): Promise<void> {
  await until(() => !core.snapshot().sync.busy, 'it was answered');
}

async function add(setup: WireCore, minute: number): Promise<string> {
  const { core } = setup;
  const startAt = core.time.now() - (60 - minute) * MINUTE;
  await core.command({ type: 'entry/add', startAt, seconds: 60, taskId: TASK_A.id });
  const added = core.entries().find((view) => view.startAt === startAt);
  return added!.id;
}

/** What is done here while nobody can tell whether the entry is there. */
const deeds: Readonly<Record<string, (setup: WireCore, id: string) => Promise<unknown>>> = {
  'is deleted': ({ core }, id) => core.command({ type: 'entries/delete', entryIds: [id] }),
  'is taken back': ({ core }) => core.command({ type: 'mend/undo' }),
  'is deleted before a restart': async ({ core }, id) => {
    await core.command({ type: 'entries/delete', entryIds: [id] });
    await core.restart();
  },
  'is changed and deleted': async ({ core }, id) => {
    await core.command({ type: 'entry/edit', entryId: id, description: 'b', taskId: TASK_B.id });
    await core.command({ type: 'entries/delete', entryIds: [id] });
  },
  'is moved to another time': ({ core }, entryId) =>
    core.command({ type: 'entry/edit', entryId, startAt: core.time.now() - 50 * MINUTE }),
  'is put into the archive': ({ core }, id) =>
    core.command({ type: 'entries/archive', entryIds: [id] }),
};

async function healed(setup: WireCore): Promise<void> {
  const { core, server } = setup;
  server.faults.clear();
  await core.command({ type: 'sync/now' });
  await until(async () => {
    await core.time.pass(5_000);
    return core.snapshot().sync.waiting === 0 && !core.snapshot().sync.busy;
  }, 'nothing waits');
  // Nothing of it turns up minutes later.
  await core.time.pass(6 * MINUTE);
  await answered(setup);
}

const standing = ({ server }: WireCore) =>
  server
    .entries()
    .filter(({ deleted_at: gone }) => gone === null)
    .map(({ start_at: at, duration, archived_at: archived }) => [at, duration, archived !== null]);

const shown = ({ core }: WireCore) =>
  core.entries().map(({ startAt, seconds, archived }) => [startAt, seconds, archived]);

/** An entry whose creation was passed on and answered in Toggl's place; from now on nothing gets through. */
async function passedOn(fault: Fault): Promise<{ setup: WireCore; id: string }> {
  const setup = await connectedWireCore();
  setup.server.faults.when(isWrite, fault);
  const id = await add(setup, 0);
  await until(() => setup.server.entries().length === 1, 'it was carried out');
  await answered(setup);
  await setup.server.down();
  return { setup, id };
}

// One that the book keeps from passing anything on, and one that it does not.
describe.each(answers.filter(([status]) => status === 403 || status === 511))(
  'a creation that was passed on and answered %i',
  (_status, fault) => {
    it.each(Object.keys(deeds))('stands there as it was left where it %s', async (deed) => {
      const { setup, id } = await passedOn(fault);
      await deeds[deed]!(setup, id);
      await answered(setup);
      await setup.server.up();
      await healed(setup);
      expect(standing(setup)).toEqual(shown(setup));
      expect(shown(setup)).toHaveLength(/deleted|taken back/.test(deed) ? 0 : 1);
    });
  },
);

it.each(answers)('deletes there what was created and answered %i', async (_status, fault) => {
  const { setup, id } = await passedOn(fault);
  await setup.core.command({ type: 'entries/delete', entryIds: [id] });
  await setup.server.up();
  await healed(setup);
  expect(standing(setup)).toEqual([]);
  expect(shown(setup)).toEqual([]);
});

it.each(answers)('deletes there what travelled in a bulk answered %i', async (_status, fault) => {
  const setup = await connectedWireCore();
  await setup.server.down();
  const ids: string[] = [];
  for (const minute of [0, 5, 10]) ids.push(await add(setup, minute));
  await answered(setup);
  await setup.server.up();
  setup.server.faults.when(isWrite, fault);
  await setup.core.command({ type: 'sync/now' });
  await until(() => setup.server.entries().length === 3, 'all were carried out');
  await setup.core.command({ type: 'entries/delete', entryIds: ids.slice(0, 2) });
  await answered(setup);
  await healed(setup);
  expect(standing(setup)).toHaveLength(1);
  expect(setup.core.entries().map(({ id }) => id)).toEqual(ids.slice(2));
});

it.each(answers)('takes back a change that was made and answered %i', async (_status, fault) => {
  const setup = await connectedWireCore();
  const id = await add(setup, 0);
  await untilStates(setup, ['delivered']);
  const before = standing(setup);
  setup.server.faults.when(isWrite, fault);
  await setup.core.command({ type: 'entry/edit', entryId: id, seconds: 120 });
  await until(() => setup.server.entries()[0]?.duration === 120, 'it was carried out');
  await answered(setup);
  await setup.server.down();
  await setup.core.command({ type: 'mend/undo' });
  await setup.server.up();
  await healed(setup);
  expect(standing(setup)).toEqual(before);
  expect(shown(setup)).toEqual(before);
});
