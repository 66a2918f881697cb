import type { EntryView } from '#contract';
import { createCore, type Core } from './core.ts';

/** Ways to entries that stand somewhere on the way into Toggl Focus. */

export async function connectedCore(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

/** A minute of work. */
export async function track(core: Core, description?: string, taskId = 1): Promise<EntryView> {
  await core.command({ type: 'timer/start', taskId, description });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  return core.entries()[0]!;
}

/** So many entries that the server has, oldest first, each by a request of its own. */
export async function trackMany(core: Core, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let round = 0; round < count; round += 1) ids.push((await track(core)).id);
  forget(core);
  return ids;
}

export function forget({ focus }: Core): void {
  focus.requests.length = 0;
  focus.routes.length = 0;
}

export async function backOnline(core: Core): Promise<void> {
  core.focus.always = undefined;
  forget(core);
  core.stint.wake();
  await core.time.pass(0);
}
