import { describe, expect, it } from 'vitest';
import type { Command, Result } from '#contract';
import {
  createIpcCheck,
  type Speaker,
} from '../../../src-main/desktop/ipc/check-sender-and-command.ts';

const OK: Result<undefined> = { ok: true, value: undefined };
const words = { happened: 'a', data: 'b', next: 'c' };
const MALFORMED = { ok: false, error: { kind: 'malformed-command', words } };
const page = { origin: 'app://stint' };
const popup: Speaker = { sender: { id: 7, mainFrame: page }, senderFrame: page };

function setUp({
  popupId = (): number | undefined => 7,
  answer = (): Promise<Result<undefined>> => Promise.resolve(OK),
} = {}) {
  const done: unknown[] = [];
  const logged: unknown[] = [];
  const check = createIpcCheck({
    stint: {
      command: (command) => {
        done.push(command);
        return answer();
      },
      search: (search) => {
        done.push(search);
        return { ok: false, error: { kind: 'not-connected' } };
      },
    },
    say: (error) => ({ ...error, words }),
    windows: {
      ready: () => done.push('ready'),
      close: () => done.push('close'),
      pointer: (inside) => done.push(`pointer ${inside ? 'inside' : 'outside'}`),
      inSight: () => done.push('in sight'),
      dragEdge: ({ edge }) => done.push(`${edge} edge`),
      help: ({ type }) => {
        done.push(type);
        return Promise.resolve({ ok: true, value: undefined });
      },
      openLink: (link) => Promise.resolve(void done.push(link)),
      startWithSystem: (on) => {
        done.push(`start with system: ${String(on)}`);
        return { ok: true, value: undefined };
      },
      quit: () => done.push('quit'),
    },
    popupId,
    origin: 'app://stint',
    log: (...line) => logged.push(line),
  });
  return { check, done, logged };
}

describe('the door between page and main', () => {
  it('hands a command to the core and its answer back, an error in words', async () => {
    const refusal: Result<undefined> = { ok: false, error: { kind: 'nothing-running' } };
    const { check, done } = setUp({ answer: () => Promise.resolve(refusal) });

    expect(await check.command(popup, [{ type: 'timer/stop' }])).toEqual({
      ok: false,
      error: { kind: 'nothing-running', words },
    });
    expect(done).toEqual([{ type: 'timer/stop' }]);
  });

  it.each<[Command, unknown]>([
    [{ type: 'app/start-with-system', on: true }, 'start with system: true'],
    [{ type: 'popup/ready' }, 'ready'],
    [{ type: 'popup/in-sight' }, 'in sight'],
    [{ type: 'popup/close' }, 'close'],
    [{ type: 'popup/pointer', inside: true }, 'pointer inside'],
    [{ type: 'popup/drag-edge', edge: 'lower', screenY: 640, released: false }, 'lower edge'],
    [{ type: 'help/open-log' }, 'help/open-log'],
    [{ type: 'link/open', link: 'api-key' }, 'api-key'],
    [{ type: 'app/quit' }, 'quit'],
  ])('ends in the desktop: $type', async (command, wanted) => {
    const { check, done } = setUp();

    expect(await check.command(popup, [command])).toEqual(OK);
    expect(done).toEqual([wanted]);
  });

  it('writes down where the page failed, and asks nobody', async () => {
    const { check, done, logged } = setUp();

    const failed = { type: 'page/failed', error: 'TypeError', where: 'view' };
    expect(await check.command(popup, [failed])).toEqual(OK);
    expect(done).toEqual([]);
    expect(logged).toEqual([['error', 'page-failed', { error: 'TypeError', where: 'view' }]]);
  });

  it('answers a search', async () => {
    const { check } = setUp();

    const answer = await check.search(popup, [{ kind: 'tasks', text: 'rep' }]);
    expect(answer).toEqual({ ok: false, error: { kind: 'not-connected', words } });
  });

  it.each<[string, Speaker, number | undefined, string]>([
    ['other web contents', { ...popup, sender: { id: 8, mainFrame: page } }, 7, 'contents'],
    ['anyone while there is no popup', popup, undefined, 'contents'],
    ['a frame within the page', { ...popup, senderFrame: { origin: 'app://stint' } }, 7, 'frame'],
    ['a frame that is gone', { ...popup, senderFrame: null }, 7, 'frame'],
    ...['https://focus.toggl.com', 'app://other', 'file://', 'null', ''].map(
      (origin): [string, Speaker, number, string] => {
        const frame = { origin };
        return [
          `a page of "${origin}"`,
          { sender: { id: 7, mainFrame: frame }, senderFrame: frame },
          7,
          'origin',
        ];
      },
    ),
  ])('refuses %s', async (_name, speaker, popupId, because) => {
    const { check, done, logged } = setUp({ popupId: () => popupId });

    expect(await check.command(speaker, [{ type: 'app/quit' }])).toEqual(MALFORMED);
    expect(await check.search(speaker, [{ kind: 'tasks', text: '' }])).toEqual(MALFORMED);
    expect(done).toEqual([]);
    const contents = speaker.sender.id;
    expect(logged).toContainEqual(['warn', 'ipc-refused', { contents, because }]);
  });

  it.each<[string, readonly unknown[]]>([
    ['no argument', []],
    ['two arguments', [{ type: 'app/quit' }, 1]],
    ['an unknown shape', [{ type: 'app/quit', now: true }]],
  ])('refuses %s', async (_name, payload) => {
    const { check, done } = setUp();

    expect(await check.command(popup, payload)).toEqual(MALFORMED);
    expect(done).toEqual([]);
  });

  it('turns a throw into an answer, and keeps its message out of the log', async () => {
    const { check, logged } = setUp({ answer: () => Promise.reject(new TypeError('secret')) });

    expect(await check.command(popup, [{ type: 'timer/stop' }])).toEqual(MALFORMED);
    expect(logged).toEqual([['error', 'ipc-threw', { error: 'TypeError' }]]);
  });
});
