import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TASK_A } from '../support/server/fault-server.ts';
import { API_DESCRIPTION, hasApiDescription, violationsOf } from '../support/server/prism-proxy.ts';
import { openContractJudge, type ContractJudge, type Exchange } from './contract-judge.ts';

const FROM = '2026-09-14T00:00:00Z';
const TO = '2026-09-15T00:00:00+02:00';
const START = '2026-09-14T09:00:00Z';
const range = new URLSearchParams({ date_from: FROM, date_to: TO }).toString();

function describeContract() {
  let judge: ContractJudge;

  beforeAll(async () => {
    judge = await openContractJudge();
  }, 30_000);
  afterAll(() => judge.stop());

  const o = () => judge.workspace;
  const taskEntries = () => `${o()}/tasks/${TASK_A.id}/time-entries`;
  const exchange = (one: Exchange) => judge.exchange(one);

  async function newEntry(fields: object = {}): Promise<number> {
    const body = { type: 'activity', start: START, duration: 1500, time_block_id: 31, ...fields };
    const created = await exchange({ method: 'POST', path: taskEntries(), body, expected: 201 });
    return (created as { id: number }).id;
  }

  const get = (path: string, expected = 200) => exchange({ method: 'GET', path, expected });
  const silent = (method: string, path: string, body?: unknown) =>
    exchange({ method, path, body, expected: 204 });

  describe('the sixteen routes of the time-entries page', () => {
    test('GET /tasks/{task_id}/time-entries', async () => {
      await newEntry();
      await get(
        `${taskEntries()}?page=1&per_page=10&order_by=-start,task_id&type=activity&archived=false&time_block_id=31`,
      );
      await get(`${taskEntries()}?per_page=101`, 400);
    });

    test('POST /tasks/{task_id}/time-entries', async () => {
      await newEntry({ description: 'schema work', tag_ids: null, billable: true });
      await newEntry({ duration: undefined });
    });

    test('GET /tasks/{task_id}/time-entries/{time_entry_id}', async () => {
      await get(`${taskEntries()}/${await newEntry()}`);
      await get(`${taskEntries()}/999999`, 404);
    });

    test('PUT /tasks/{task_id}/time-entries/{time_entry_id}', async () => {
      const body = { type: 'break', start: START, duration: 60 };
      await silent('PUT', `${taskEntries()}/${await newEntry()}`, body);
      await exchange({ method: 'PUT', path: `${taskEntries()}/999999`, body, expected: 404 });
    });

    test('DELETE /tasks/{task_id}/time-entries/{time_entry_id}', async () => {
      const path = `${taskEntries()}/${await newEntry()}`;
      await silent('DELETE', path);
      await exchange({ method: 'DELETE', path, expected: 404 });
    });

    test('PATCH /tasks/{task_id}/time-entries/{time_entry_id}', async () => {
      const body = { duration: 90, description: null, time_block_id: null };
      await silent('PATCH', `${taskEntries()}/${await newEntry()}`, body);
    });

    test('POST /tasks/{task_id}/time-entries/{time_entry_id}/archive', async () => {
      await silent('POST', `${taskEntries()}/${await newEntry()}/archive`);
    });

    test('PATCH /tasks/{task_id}/time-entries/{time_entry_id}/restore', async () => {
      const path = `${taskEntries()}/${await newEntry()}`;
      await silent('DELETE', path);
      await silent('PATCH', `${path}/restore`);
      await exchange({ method: 'PATCH', path: `${taskEntries()}/999999/restore`, expected: 404 });
    });

    test('POST /tasks/{task_id}/time-entries/{time_entry_id}/unarchive', async () => {
      const path = `${taskEntries()}/${await newEntry()}`;
      await silent('POST', `${path}/archive`);
      await get(path);
      await silent('POST', `${path}/unarchive`);
    });

    test('GET /time-entries', async () => {
      await newEntry();
      await exchange({
        method: 'POST',
        path: `${o()}/time-entries`,
        body: { type: 'break', start: START, duration: 600 },
        expected: 201,
      });
      const listed = await get(
        `${o()}/time-entries?${range}&include_taskless=true&page=1&per_page=100&order_by=start`,
      );
      expect((listed as { data: unknown[] }).data).not.toEqual([]);
      await get(`${o()}/time-entries?date_from=2026-09-14&date_to=2026-09-15`, 400);
      await get(`/organizations/1/workspaces/1/time-entries?${range}`, 403);
    });

    test('POST /time-entries/bulk', async () => {
      await silent('POST', `${o()}/time-entries/bulk`, [
        { type: 'activity', start: START, duration: 60, task_id: TASK_A.id },
        { type: 'break', start: START, duration: 60 },
      ]);
    });

    test('DELETE /time-entries/bulk', async () => {
      const ids = `${await newEntry()},${await newEntry()}`;
      await silent('DELETE', `${o()}/time-entries/bulk?ids=${ids}`);
      await exchange({ method: 'DELETE', path: `${o()}/time-entries/bulk?ids=9`, expected: 404 });
    });

    test('PATCH /time-entries/bulk', async () => {
      const body = [{ id: await newEntry(), duration: 120, task_id: null }];
      await silent('PATCH', `${o()}/time-entries/bulk`, body);
    });

    test('PATCH /time-entries/bulk/restore', async () => {
      const id = await newEntry();
      await silent('DELETE', `${taskEntries()}/${id}`);
      await silent('PATCH', `${o()}/time-entries/bulk/restore?ids=${id}`);
    });

    test('GET /time-entries/stream', async () => {
      await newEntry();
      const path = `${o()}/time-entries/stream?${range}&include_taskless=true&order_by=-start`;
      expect(await get(path)).not.toEqual([]);
    });

    test('GET /time-entries/time-block-ids/stream', async () => {
      await newEntry();
      const path = `${o()}/time-entries/time-block-ids/stream?time_block_id=31,32`;
      expect(await get(path)).not.toEqual([]);
    });
  });

  describe('the routes that a client needs besides', () => {
    test('GET /users/me/settings', async () => {
      await get('/users/me/settings');
    });

    test('GET /tasks', async () => {
      await get(`${o()}/tasks?page=2&per_page=20&name=o&order_by=-name`);
      await get(`${o()}/tasks?per_page=0`, 400);
    });

    test('GET /tasks/stream', async () => {
      expect(await get(`${o()}/tasks/stream`)).toHaveLength(40);
    });

    test('GET /tasks/{task_id}', async () => {
      await get(`${o()}/tasks/${TASK_A.id}`);
    });

    test('GET /projects', async () => {
      await get(`${o()}/projects?page=1&per_page=100`);
    });

    test('POST /time-entries', async () => {
      const body = { type: 'activity', start: START, duration: 60, description: 'a call' };
      await exchange({ method: 'POST', path: `${o()}/time-entries`, body, expected: 201 });
    });

    test('GET /time-entries/{time_entry_id}', async () => {
      await get(`${o()}/time-entries/${await newEntry()}`);
      await get(`${o()}/time-entries/999999`, 404);
    });

    test('PATCH /time-entries/{time_entry_id}', async () => {
      await silent('PATCH', `${o()}/time-entries/${await newEntry()}`, { task_id: null });
    });

    test('DELETE /time-entries/{time_entry_id}', async () => {
      await silent('DELETE', `${o()}/time-entries/${await newEntry()}`);
    });

    const track = (verb: 'start' | 'stop', body: unknown, expected = 200) =>
      exchange({ method: 'POST', path: `${o()}/tracking/${verb}`, body, expected });
    const running = { type: 'activity', task_id: TASK_A.id, start: START, description: 'pairing' };

    test('POST /tracking/start', async () => {
      await track('start', running);
    });

    test('GET /tracking/current', async () => {
      await track('start', running);
      await get(`${o()}/tracking/current`);
      await track('stop', { end: '2026-09-14T09:30:00Z' });
      await get(`${o()}/tracking/current`, 204);
    });

    test('POST /tracking/stop', async () => {
      await track('start', running);
      await track('stop', { end: START }, 400);
      await track('stop', { end: '2026-09-14T09:30:00.250Z' });
      await track('stop', { end: '2026-09-14T09:31:00Z' }, 404);
    });
  });

  test('a request that breaks the description is noticed, so the tests above can fail', async () => {
    const answer = await judge.send('POST', taskEntries(), { duration: 60 });
    expect(violationsOf(answer)).toEqual([expect.stringContaining('type')]);
  });
}

function describeRequiredFields() {
  let judge: ContractJudge;

  beforeAll(async () => {
    judge = await openContractJudge({ requiredFields: ['description'] });
  }, 30_000);
  afterAll(() => judge.stop());

  test('a single create that misses a required field is refused as described', async () => {
    const path = `${judge.workspace}/time-entries`;
    await judge.exchange({ method: 'POST', path, body: { type: 'break' }, expected: 422 });
  });

  test('a bulk create that misses a required field is refused as described', async () => {
    const path = `${judge.workspace}/time-entries/bulk`;
    await judge.exchange({ method: 'POST', path, body: [{ type: 'break' }], expected: 422 });
  });
}

if (hasApiDescription()) {
  describe("against Toggl's own API description", () => {
    describeContract();
    describe('where the workspace requires fields', describeRequiredFields);
  });
} else {
  test("Toggl's API description is not beside the project: the contract check is left out", () => {
    process.stderr.write(`\nCONTRACT CHECK LEFT OUT: no ${API_DESCRIPTION}\n\n`);
    expect(hasApiDescription()).toBe(false);
  });
}
