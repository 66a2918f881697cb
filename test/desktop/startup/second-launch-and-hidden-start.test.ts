import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { watchLaunches } from '../../../src-main/desktop/startup/second-launch-and-hidden-start.ts';

function launched(...args: string[]) {
  const app = new EventEmitter();
  let opened = 0;
  const launches = watchLaunches(app, ['stint', ...args], () => {
    opened += 1;
  });
  return { app, launches, opened: () => opened };
}

it('opens nothing at a login, also where the system tells of that launch itself', () => {
  const { app, launches, opened } = launched('--hidden');
  app.emit('activate');
  expect([launches.byPerson, opened()]).toEqual([false, 0]);
});

it('opens for a person who opens Stint again after a login has started it', () => {
  const { app, launches, opened } = launched('--hidden');
  launches.started();
  app.emit('activate');
  expect(opened()).toBe(1);
});

it('opens where the system tells of a launch that a person made', () => {
  const { app, launches, opened } = launched();
  app.emit('activate');
  expect([launches.byPerson, opened()]).toEqual([true, 1]);
});

it('opens nothing at a login of macOS, which hands on no arguments, and opens when it is asked for later', () => {
  const { app, launches, opened } = launched();
  Object.assign(app, { getLoginItemSettings: () => ({ wasOpenedAtLogin: true }) });
  app.emit('activate');
  expect(opened()).toBe(0);

  launches.started();
  app.emit('activate');
  expect(opened()).toBe(1);
});

it('opens for a second launch of a person, and not for one of a login', () => {
  const { app, opened } = launched('--hidden');
  app.emit('second-instance', {}, ['stint', '--hidden']);
  expect(opened()).toBe(0);
  app.emit('second-instance', {}, ['stint']);
  expect(opened()).toBe(1);
});
