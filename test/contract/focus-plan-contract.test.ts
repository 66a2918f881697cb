import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TASK_A } from '../support/server/fault-server.ts';
import { API_DESCRIPTION, hasApiDescription, violationsOf } from '../support/server/prism-proxy.ts';
import { openContractJudge, type ContractJudge } from './contract-judge.ts';

const START = '2026-09-14T09:00:00Z';
const range = 'date_from=2026-09-14T00:00:00Z&date_to=2026-09-15T00:00:00Z';

/** What the popup's review needs beyond the time-entries page: plans, tasks by name, entries by id. */
function describeContract() {
  let judge: ContractJudge;

  beforeAll(async () => {
    judge = await openContractJudge({ seed: 'everything', now: () => Date.parse(START) });
  }, 30_000);
  afterAll(() => judge.stop());

  const o = () => judge.workspace;
  const blocks = () => `${o()}/tasks/${TASK_A.id}/time-blocks`;
  const get = (path: string, expected = 200) => judge.exchange({ method: 'GET', path, expected });
  const post = (path: string, body: unknown, expected = 201) =>
    judge.exchange({ method: 'POST', path, body, expected });

  async function newEntry(): Promise<string> {
    const body = { type: 'activity', start: START, duration: 60 };
    const created = await post(`${o()}/time-entries`, body);
    return `${o()}/time-entries/${(created as { id: number }).id}`;
  }

  const silent = (method: string, path: string) => judge.exchange({ method, path, expected: 204 });

  test('GET /time-blocks', async () => {
    const page = await get(`${o()}/time-blocks?${range}&page=1&per_page=2&order_by=-start`);
    expect((page as { data: unknown[] }).data).toHaveLength(2);
    await get(`${o()}/time-blocks?${range}&per_page=101`, 400);
  });

  test('GET /time-blocks/stream', async () => {
    const path = `${o()}/time-blocks/stream?${range}&archived=false&order_by=start`;
    expect(await get(path)).toHaveLength(3);
    await get(`${o()}/time-blocks/stream?date_from=2026-09-14&date_to=2026-09-15`, 400);
  });

  test('GET /tasks/{task_id}/time-blocks', async () => {
    await post(blocks(), { start: START, duration: 5400 });
    const page = await get(`${blocks()}?page=1&per_page=10&order_by=start`);
    expect((page as { data: unknown[] }).data).not.toEqual([]);
  });

  test('POST /tasks/{task_id}/time-blocks', async () => {
    await post(blocks(), { start: START, duration: 5400, completed: true });
    await post(blocks(), { start: START });
    await post(blocks(), { start: '2026-09-14' }, 400);
  });

  test('POST /tasks', async () => {
    await post(`${o()}/tasks`, { name: 'Write the changelog' });
    await post(`${o()}/tasks`, { name: 'Write it again', project_id: 640_002, pinned: true });
    await post(`${o()}/tasks`, { name: '', project_id: 640_002 }, 400);
    await post(`${o()}/tasks`, { name: 'x', project_id: 999 }, 400);
  });

  test('POST /time-entries/{time_entry_id}/archive', async () => {
    const path = await newEntry();
    await silent('POST', `${path}/archive`);
    await get(path);
  });

  test('POST /time-entries/{time_entry_id}/unarchive', async () => {
    const path = await newEntry();
    await silent('POST', `${path}/archive`);
    await silent('POST', `${path}/unarchive`);
  });

  test('PATCH /time-entries/{time_entry_id}/restore', async () => {
    const path = await newEntry();
    await silent('DELETE', path);
    await silent('PATCH', `${path}/restore`);
    await judge.exchange({
      method: 'PATCH',
      path: `${o()}/time-entries/999999/restore`,
      expected: 404,
    });
  });

  test('GET /time-entries/stream, with what is planned and not begun', async () => {
    const entries = await get(`${o()}/time-entries/stream?${range}&include_taskless=true`);
    expect(entries).toContainEqual(
      expect.objectContaining({ planned_start: '2026-09-14T16:30:00Z' }),
    );
  });

  test('GET /users/me/settings', async () => {
    await get('/users/me/settings');
  });

  test('a request that breaks the description is noticed, so the tests above can fail', async () => {
    const answer = await judge.send('POST', blocks(), { duration: 60 });
    expect(violationsOf(answer)).toEqual([expect.stringContaining('start')]);
  });
}

if (hasApiDescription()) {
  describe("plans, tasks and single entries against Toggl's own API description", describeContract);
} else {
  test("Toggl's API description is not beside the project: plans are not held to it", () => {
    process.stderr.write(`\nCONTRACT CHECK LEFT OUT: no ${API_DESCRIPTION}\n\n`);
    expect(hasApiDescription()).toBe(false);
  });
}
