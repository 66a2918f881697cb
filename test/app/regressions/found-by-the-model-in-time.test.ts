import { expect, it } from 'vitest';
import type { Step } from '../../model/step.ts';
import { broken, lost, OFFLINE, pass, READ, start, STOP } from './history.ts';

/** Histories about seconds that are taken: the shortest that fast-check found. */

it('lets go of a session whose only second another entry was moved to elsewhere', async () => {
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'shift', value: 1 } };
  const rest: Step[] = [{ do: 'connect' }, { do: 'wake' }];
  expect(await broken([start(1), start(1), there, ...rest])).toEqual([]);
});

it('asks where somebody set the length that is wanted here, at a start that an update given up had told', async () => {
  const edit = (change: { seconds?: number; shift: number }): Step => {
    return { do: 'edit', entry: 0, ...change };
  };
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'seconds', value: 60 } };
  const givenUp: Step[] = [lost(), edit({ shift: -86_400 }), pass(600_000)];
  const here: Step[] = [OFFLINE, edit({ seconds: 60, shift: -86_400 })];
  expect(await broken([start(1), STOP, ...givenUp, there, ...here, READ, start(1)])).toEqual([]);
});
