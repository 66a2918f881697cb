import { expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import { createPushes } from '../../../src-main/desktop/popup/skip-known-snapshots.ts';
import { running, snapshot } from '../../support/core/snapshots.ts';
import { at } from '../../support/values.ts';

function setUp() {
  const sent: Snapshot[] = [];
  return { sent, ...createPushes((next) => sent.push(next)) };
}

it('does not send again what differs in the moment it was taken at alone', () => {
  const { push, refresh, sent } = setUp();
  push(snapshot({ revision: 3, at: at('10:00') }));
  refresh(snapshot({ revision: 3, at: at('10:07') }));
  expect(sent).toHaveLength(1);

  refresh(snapshot({ revision: 4, at: at('10:07') }));
  expect(sent).toHaveLength(2);
});

it('sends what the time alone has changed', () => {
  const { push, refresh, sent } = setUp();
  push(snapshot({ revision: 3 }));
  refresh(snapshot({ revision: 3, timer: running() }));
  expect(sent.map(({ timer }) => timer.state)).toEqual(['idle', 'running']);
});

it('sends all of it to a page that asks, whatever it was told before', () => {
  const { push, sent } = setUp();
  push(snapshot());
  push(snapshot());
  expect(sent).toHaveLength(2);
});

it('sends the first one', () => {
  const { refresh, sent } = setUp();
  refresh(snapshot());
  expect(sent).toHaveLength(1);
});
