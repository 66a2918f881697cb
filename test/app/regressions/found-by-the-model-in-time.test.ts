import { expect, it } from 'vitest';
import type { Step } from '../../model/step.ts';
import { broken, start } from './history.ts';

/** Histories about seconds that are taken: the shortest that fast-check found. */

it('lets go of a session whose only second another entry was moved to elsewhere', async () => {
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'shift', value: 1 } };
  const rest: Step[] = [{ do: 'connect' }, { do: 'wake' }];
  expect(await broken([start(1), start(1), there, ...rest])).toEqual([]);
});
