import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../../support/server/demo-api.ts';

const THURSDAY_NOON = Date.parse('2026-09-17T13:40:00Z');
const now = () => THURSDAY_NOON;
const DAY = 86_400_000;

type Listed = {
  readonly start: string;
  readonly duration: number;
  readonly type: string;
  readonly task?: { readonly name: string };
};

async function twoWeeks(demo: DemoApi): Promise<readonly Listed[]> {
  const range = new URLSearchParams({
    date_from: new Date(THURSDAY_NOON - 15 * DAY).toISOString(),
    date_to: new Date(THURSDAY_NOON).toISOString(),
    include_taskless: 'true',
    order_by: 'start',
  }).toString();
  return (await demo.get(`O/time-entries/stream?${range}`)) as readonly Listed[];
}

const spanOf = ({ start, duration }: Listed) => {
  const startAt = Date.parse(start);
  return { startAt, endAt: startAt + duration * 1000 };
};

test('a new demo holds forty tasks in five projects of two clients', async () => {
  await using demo = await openDemo({ seed: 'everything', now });
  const projects = (await demo.get('O/projects')) as {
    readonly data: readonly { readonly color: string; readonly client?: { readonly id: number } }[];
  };
  expect(await demo.get('O/tasks/stream')).toHaveLength(40);
  expect(projects.data).toHaveLength(5);
  expect(new Set(projects.data.map(({ color }) => color)).size).toBe(5);
  expect(new Set(projects.data.flatMap(({ client }) => client?.id ?? [])).size).toBe(2);
});

test('a new demo holds two weeks of work on weekdays, up to this morning', async () => {
  await using demo = await openDemo({ seed: 'everything', now });
  const entries = await twoWeeks(demo);
  const days = new Set(entries.map(({ start }) => start.slice(0, 10)));
  expect([...days].map((day) => new Date(day).getUTCDay())).toEqual([
    4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4,
  ]);
  const lastEnd = Math.max(...entries.map((entry) => spanOf(entry).endAt));
  expect(lastEnd).toBeGreaterThan(Date.parse('2026-09-17T10:00:00Z'));
  expect(lastEnd).toBeLessThanOrEqual(Date.parse('2026-09-17T12:00:00Z'));
});

test('no two entries of a new demo overlap', async () => {
  await using demo = await openDemo({ seed: 'everything', now });
  const spans = (await twoWeeks(demo)).map(spanOf);
  const overlapping = spans.filter(
    ({ startAt }, index) => (spans[index - 1]?.endAt ?? 0) > startAt,
  );
  expect(spans.length).toBeGreaterThan(60);
  expect(overlapping).toEqual([]);
});

test('a new demo has breaks, and work with and without a task', async () => {
  await using demo = await openDemo({ seed: 'everything', now });
  const entries = await twoWeeks(demo);
  const work = entries.filter(({ type }) => type === 'activity');
  expect(entries.length).toBeGreaterThan(work.length);
  expect(work.some(({ task }) => task === undefined)).toBe(true);
  expect(work.some(({ task }) => task?.name === 'Migration dry run')).toBe(true);
});

test('the same moment makes the same data', async () => {
  await using one = await openDemo({ seed: 'everything', now });
  await using other = await openDemo({ seed: 'everything', now });
  expect(one.server.entries()).toEqual(other.server.entries());
});

test('a demo begun before work starts has nothing today', async () => {
  const early = Date.parse('2026-09-17T07:00:00Z');
  await using demo = await openDemo({ seed: 'everything', now: () => early });
  const last = Math.max(...demo.server.entries().map(({ start_at }) => start_at ?? 0));
  expect(new Date(last).toISOString()).toMatch(/^2026-09-16/);
});
