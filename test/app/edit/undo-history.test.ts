import { expect, it } from 'vitest';
import { createHistory, type Step } from '../../../src-main/app/edit/undo-history.ts';
import { ACCOUNT } from '../../support/core/edit-rig.ts';
import { at, session } from '../../support/values.ts';

const step = (image: Step['session']): Step => ({
  entries: [],
  session: image,
  view: { what: 'timer', count: 1, at: at('09:00') },
});

it('renames what runs on under another id in every step, and keeps all else of each', () => {
  const history = createHistory();
  const [before, after] = [session({ id: 'a' }), session({ id: 'a', startAt: at('08:00') })];
  history.add(ACCOUNT, step({ before, after, withClock: true }));
  history.rename(ACCOUNT, 'a', 'b');
  expect(history.latest(ACCOUNT, 'undo')?.session).toEqual({
    before: { ...before, id: 'b' },
    after: { ...after, id: 'b' },
    withClock: true,
  });
});

it('leaves the steps of other work alone', () => {
  const history = createHistory();
  const image = { before: undefined, after: session({ id: 'other' }) };
  history.add(ACCOUNT, step(image));
  history.rename(ACCOUNT, 'a', 'b');
  expect(history.latest(ACCOUNT, 'undo')?.session).toEqual(image);
});
