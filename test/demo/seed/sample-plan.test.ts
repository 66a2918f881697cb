import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../../support/server/demo-api.ts';

const THURSDAY = Date.parse('2026-09-17T13:40:00Z');
const DAY = 86_400_000;

type Block = {
  readonly id: number;
  readonly start: string;
  readonly duration: number;
  readonly task_id: number;
  readonly has_time_entry: boolean;
};

type Entry = {
  readonly start?: string;
  readonly duration?: number;
  readonly task_id: number | null;
  readonly time_block_id?: number;
  readonly planned_start?: string;
};

async function ofDay<T>(demo: DemoApi, path: string, day: string): Promise<readonly T[]> {
  const range = `date_from=${day}T00:00:00Z&date_to=${day}T23:59:59Z`;
  return (await demo.get(`${path}?${range}`)) as readonly T[];
}

const blocksOf = (demo: DemoApi, day: string) => ofDay<Block>(demo, 'O/time-blocks/stream', day);

const planted = (now: number) => openDemo({ seed: 'everything', now: () => now });

test('a block of ninety minutes covers this moment, from the last half hour on', async () => {
  await using demo = await planted(THURSDAY);
  const today = await blocksOf(demo, '2026-09-17');
  expect(today).toHaveLength(3);
  expect(today.map(({ start, duration }) => [start, duration])).toContainEqual([
    '2026-09-17T13:30:00Z',
    5400,
  ]);
});

test('the blocks of today leave each other alone', async () => {
  for (let hour = 0; hour < 22; hour += 1) {
    const midnight = THURSDAY - (THURSDAY % DAY);
    await using demo = await planted(midnight + hour * 3_600_000 + 59 * 60_000);
    const ends = (await blocksOf(demo, '2026-09-17')).map(({ start, duration }) => ({
      startAt: Date.parse(start),
      endAt: Date.parse(start) + duration * 1000,
    }));
    expect(ends).toHaveLength(3);
    expect(ends.filter(({ startAt }, index) => (ends[index - 1]?.endAt ?? 0) > startAt)).toEqual(
      [],
    );
  }
});

test('tomorrow is planned where it is a weekday, and today always', async () => {
  await using thursday = await planted(THURSDAY);
  expect(await blocksOf(thursday, '2026-09-18')).toHaveLength(2);
  await using saturday = await planted(THURSDAY + 2 * DAY);
  expect(await blocksOf(saturday, '2026-09-19')).toHaveLength(3);
  expect(await blocksOf(saturday, '2026-09-20')).toEqual([]);
});

test('entries of the past days name a block of their day and task', async () => {
  await using demo = await planted(THURSDAY);
  for (const day of ['2026-09-14', '2026-09-15', '2026-09-16']) {
    const blocks = await blocksOf(demo, day);
    const entries = await ofDay<Entry>(demo, 'O/time-entries/stream', day);
    const done = entries.filter(({ time_block_id }) => time_block_id !== undefined);
    expect(done).not.toEqual([]);
    for (const entry of done) {
      const block = blocks.find(({ id }) => id === entry.time_block_id);
      expect(block).toMatchObject({ task_id: entry.task_id, has_time_entry: true });
    }
    expect(blocks.some(({ has_time_entry }) => !has_time_entry)).toBe(true);
  }
});

test('two entries of today are planned and not begun', async () => {
  await using demo = await planted(THURSDAY);
  const range = 'date_from=2026-09-17T00:00:00Z&date_to=2026-09-17T23:59:59Z';
  const today = (await demo.get(
    `O/time-entries/stream?${range}&include_taskless=true`,
  )) as readonly Entry[];
  const planned = today.filter(({ start }) => start === undefined);
  expect(planned).toMatchObject([
    { planned_start: '2026-09-17T16:30:00Z', planned_duration: 2700 },
    { planned_start: '2026-09-17T17:30:00Z', planned_duration: 900, task_id: null },
  ]);
  expect(planned.every(({ duration }) => duration === undefined)).toBe(true);
  expect((await demo.call('GET', 'O/tracking/current')).status).toBe(204);
});

test('two tasks are pinned', async () => {
  await using demo = await planted(THURSDAY);
  expect(await demo.get('O/tasks/stream?pinned=true')).toMatchObject([
    { name: 'Daily stand-up', pinned: true },
    { name: 'E-mail and messages', pinned: true },
  ]);
});

test('the same moment makes the same plan', async () => {
  await using one = await planted(THURSDAY);
  await using other = await planted(THURSDAY);
  const path = 'O/time-blocks/stream?date_from=2026-09-01T00:00:00Z&date_to=2026-09-30T00:00:00Z';
  expect(await one.get(path)).toEqual(await other.get(path));
});

test('a year holds twenty thousand entries, some on each of its days, and none overlaps', async () => {
  await using demo = await openDemo({ seed: 'year', now: () => THURSDAY });
  const spans = demo.server.entries().map(({ start_at, duration }) => {
    const startAt = start_at ?? 0;
    return { startAt, endAt: startAt + (duration ?? 0) * 1000 };
  });
  expect(spans).toHaveLength(20_000);
  const days = new Map<number, number>();
  for (const { startAt } of spans) {
    const day = Math.floor(startAt / DAY);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  expect(days.size).toBe(365);
  expect(Math.min(...days.values())).toBe(54);
  expect(Math.max(...days.values())).toBe(55);
  expect(Math.max(...days.keys())).toBe(Math.floor(THURSDAY / DAY) - 1);
  expect(spans.filter(({ startAt }, index) => (spans[index - 1]?.endAt ?? 0) > startAt)).toEqual(
    [],
  );
});
