import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { bundledPage, devPage } from '../../../src-main/desktop/security/page-address-and-csp.ts';
import { watchLife } from '../../../src-main/desktop/popup/watch-for-dead-page.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';

const PAGE = bundledPage();

function setUp(executeJavaScript: () => Promise<unknown>, page = PAGE) {
  const time = createFakeTime(0);
  const failures: string[] = [];
  const contents = Object.assign(new EventEmitter(), { executeJavaScript });
  watchLife(contents as never, page, time, (because) => failures.push(because));
  return { time, contents, failures };
}

it('asks once whether the page has come to life, after ten seconds', async () => {
  let asked = 0;
  const { time, failures } = setUp(() => Promise.resolve((asked += 1) > 0));
  await time.pass(9_999);
  expect(asked).toBe(0);
  await time.pass(60_000);
  expect([asked, failures]).toEqual([1, []]);
});

it.each([
  { name: 'has not', answer: () => Promise.resolve(false) },
  { name: 'cannot say', answer: () => Promise.reject(new Error('no frame')) },
])('fails a page that $name', async ({ answer }) => {
  const { time, failures } = setUp(answer);
  await time.pass(10_000);
  expect(failures).toEqual(['no-life']);
});

it('fails a page that does not answer, and once', async () => {
  let giveUp = (_error: Error): void => undefined;
  const answer = new Promise<unknown>((_resolve, reject) => (giveUp = reject));
  const { time, failures } = setUp(() => answer);
  await time.pass(14_999);
  expect(failures).toEqual([]);
  await time.pass(1);
  giveUp(new Error('gone with its window'));
  await time.pass(60_000);
  expect(failures).toEqual(['no-answer']);
});

it('fails a page that is refused at once', () => {
  const { contents, failures } = setUp(() => Promise.resolve(true));
  contents.emit('did-navigate', {}, 'app://stint/', 200);
  expect(failures).toEqual([]);
  contents.emit('did-navigate', {}, 'app://stint/', 404);
  expect(failures).toEqual(['http-404']);
});

it.each(['about:blank', 'app://stint/other', 'https://toggl.com/'])(
  'fails a page that has gone to %s',
  (url) => {
    const { contents, failures } = setUp(() => Promise.resolve(true));
    contents.emit('did-navigate', {}, url, 0);
    expect(failures).toEqual(['elsewhere']);
  },
);

it('takes what a dev server reloads for the page', () => {
  const { contents, failures } = setUp(
    () => Promise.resolve(true),
    devPage('http://localhost:5173'),
  );
  contents.emit('did-navigate', {}, 'http://localhost:5173/', 200);
  contents.emit('did-navigate', {}, 'http://localhost:5173/index.html', 200);
  expect(failures).toEqual([]);
});

it('asks nothing of a page that is gone', async () => {
  let asked = 0;
  const { time, contents } = setUp(() => Promise.resolve((asked += 1) > 0));
  contents.emit('destroyed');
  await time.pass(60_000);
  expect(asked).toBe(0);
});
