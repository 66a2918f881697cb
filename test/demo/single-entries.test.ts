import { expect, test } from 'vitest';
import { openDemo } from '../support/server/demo-api.ts';

test('an entry without a task is archived and unarchived', async () => {
  await using demo = await openDemo({ now: () => Date.parse('2026-09-14T12:00:00Z') });
  const path = `O/time-entries/${await demo.create({ duration: 60 })}`;
  expect((await demo.call('POST', `${path}/archive`)).status).toBe(204);
  expect(await demo.get(path)).toMatchObject({ archived_at: '2026-09-14T12:00:00Z' });
  expect((await demo.call('POST', `${path}/unarchive`)).status).toBe(204);
  expect(await demo.get(path)).not.toHaveProperty('archived_at');
});

test('an entry without a task is restored', async () => {
  await using demo = await openDemo();
  const path = `O/time-entries/${await demo.create({ duration: 60 })}`;
  await demo.call('DELETE', path);
  expect((await demo.call('PATCH', `${path}/restore`)).status).toBe(204);
  expect(await demo.get(path)).toMatchObject({ duration: 60 });
});

test('what is not there is neither archived nor restored', async () => {
  await using demo = await openDemo();
  for (const [method, verb] of [
    ['POST', 'archive'],
    ['POST', 'unarchive'],
    ['PATCH', 'restore'],
  ] as const) {
    expect((await demo.call(method, `O/time-entries/9/${verb}`)).status).toBe(404);
  }
});
