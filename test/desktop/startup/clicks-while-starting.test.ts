import { expect, it } from 'vitest';
import { createOpening } from '../../../src-main/desktop/startup/clicks-while-starting.ts';

/** An opening of which the test decides each attempt and each answer. */
function rig() {
  const done: string[] = [];
  const asked: unknown[] = [];
  let answer: () => void = () => undefined;
  const failed: unknown[] = [];
  const opening = createOpening<string>({
    ask(failure) {
      asked.push(failure);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    clickFailed: (error) => failed.push(error),
  });
  const click = (name: string) => opening.whenThere((it) => done.push(`${name} on ${it}`));
  return { opening, click, done, asked, failed, answer: () => answer() };
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

it('answers clicks that came before it was there in their order, and later ones at once', async () => {
  const { opening, click, done } = rig();
  click('first');
  click('second');
  expect(await opening.open(() => Promise.resolve('it'))).toEqual({ it: 'it', asked: false });
  click('third');
  expect(done).toEqual(['first on it', 'second on it', 'third on it']);
});

it('goes on after a click that fails, be it one that waited or a later one', async () => {
  const { opening, click, done, failed, asked } = rig();
  const broken = () =>
    opening.whenThere(() => {
      throw new Error('no window');
    });
  broken();
  click('second');
  expect(await opening.open(() => Promise.resolve('it'))).toEqual({ it: 'it', asked: false });
  broken();
  click('third');
  expect(done).toEqual(['second on it', 'third on it']);
  expect(failed).toEqual([new Error('no window'), new Error('no window')]);
  expect(asked).toEqual([]);
});

it('asks after each failure, and tries again when it is answered', async () => {
  const { opening, asked, answer } = rig();
  const attempts = ['full', 'locked'];
  const opened = opening.open(() => {
    const reason = attempts.shift();
    return reason === undefined ? Promise.resolve('it') : Promise.reject(new Error(reason));
  });
  await turn();
  expect(asked).toEqual([new Error('full')]);
  answer();
  await turn();
  expect(asked).toEqual([new Error('full'), new Error('locked')]);
  answer();
  expect(await opened).toEqual({ it: 'it', asked: true });
});

it('drops clicks from before it failed and from while it asks, and keeps those that come after', async () => {
  const { opening, click, done, answer } = rig();
  let finish: (it: string) => void = () => undefined;
  const attempts = [
    () => Promise.reject(new Error('full')),
    () => new Promise<string>((resolve) => (finish = resolve)),
  ];
  click('before');
  const opened = opening.open(() => attempts.shift()!());
  await turn();
  click('meanwhile');
  answer();
  await turn();
  click('after');
  finish('it');
  await opened;
  expect(done).toEqual(['after on it']);
});

it('drops them likewise around a question in the midst of an attempt', async () => {
  const { opening, click, done } = rig();
  let reply: (answer: string) => void = () => undefined;
  click('before');
  const opened = opening.open(async (asking) => {
    const answer = await asking(() => new Promise<string>((resolve) => (reply = resolve)));
    click('after');
    return answer;
  });
  await turn();
  click('meanwhile');
  reply('it');
  expect(await opened).toEqual({ it: 'it', asked: true });
  expect(done).toEqual(['after on it']);
});
