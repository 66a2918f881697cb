import { expect, it } from 'vitest';
import type { ElsewhereChange, Step } from '../../model/step.ts';
import { broken, KILL, lost, OFFLINE, pass, READ, start, STOP } from './history.ts';

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

it('takes for its own a length that an update given up had told, at the start that was told since', async () => {
  const longer: Step[] = [lost(), { do: 'edit', entry: 0, seconds: 60 }, KILL];
  const back: Step[] = [{ do: 'edit', entry: 0, seconds: 1, shift: -86_400 }, pass(3_600_000)];
  const there: Step = { do: 'elsewhere', entry: 0, change: { what: 'seconds', value: 60 } };
  const steps = [start(1), STOP, ...longer, ...back, there, READ, pass(3_600_000)];
  expect(await broken(steps)).toEqual([]);
});

it('brings back as it is shown what was in conflict and then deleted elsewhere', async () => {
  const there = (change: ElsewhereChange): Step => ({ do: 'elsewhere', entry: 0, change });
  const here: Step[] = [OFFLINE, { do: 'edit', entry: 0, shift: -86_400 }];
  const conflict: Step[] = [...here, there({ what: 'shift', value: -60 }), READ];
  const gone = there({ what: 'deleted', value: true });
  expect(await broken([start(1), STOP, ...conflict, gone])).toEqual([]);
});

it('asks where somebody set one half of a time that an update given up had told as a whole', async () => {
  const edit = (change: { seconds?: number; shift?: number }): Step => {
    return { do: 'edit', entry: 0, ...change };
  };
  const there = (change: ElsewhereChange): Step => ({ do: 'elsewhere', entry: 0, change });
  const day = 86_400;
  const givenUp: Step[] = [edit({ shift: -day }), lost(), edit({ seconds: 60, shift: -day }), KILL];
  const back: Step[] = [OFFLINE, edit({ seconds: 1, shift: -day })];
  const read: Step[] = [there({ what: 'deleted', value: false }), READ, pass(3_600_000)];
  const again: Step[] = [OFFLINE, edit({})];
  const theirs: Step[] = [there({ what: 'seconds', value: 60 }), READ, pass(3_600_000)];
  const steps = [start(1), start(1), ...givenUp, ...back, ...read, ...again, ...theirs];
  expect(await broken(steps, { bodies: false })).toEqual([]);
});
