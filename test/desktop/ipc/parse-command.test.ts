import { describe, expect, it } from 'vitest';
import type { Command } from '#contract';
import { parseCommand, parseSearch } from '../../../src-main/desktop/ipc/parse-command.ts';

const ids = { kind: 'ids', organizationId: 1, workspaceId: 2 } as const;
const key = { kind: 'key', key: 'secret' } as const;

describe('a command from the page', () => {
  it.each<Command>([
    { type: 'popup/ready' },
    { type: 'popup/in-sight' },
    { type: 'popup/close' },
    { type: 'popup/pointer', inside: false },
    { type: 'show/first' },
    { type: 'show/needs-you', afterId: 'a' },
    { type: 'draft/keep', draft: { start: { description: 'half' } } },
    { type: 'page/failed', error: 'TypeError', where: 'view' },
    { type: 'timer/start' },
    { type: 'timer/start', taskId: 7, description: 'Tea' },
    { type: 'timer/start', taskId: undefined, description: undefined },
    { type: 'timer/stop' },
    { type: 'account/connect', credential: key, place: ids },
    {
      type: 'account/connect',
      credential: { kind: 'password', email: 'a@example.org', password: 'p' },
      place: { kind: 'address', address: 'https://focus.toggl.com/1/2' },
    },
    { type: 'account/demo' },
    { type: 'account/disconnect', evenIfWaiting: false },
    { type: 'account/unlock' },
    { type: 'sync/now' },
    { type: 'sync/again' },
    { type: 'sync/again', entryIds: ['e1'] },
    { type: 'entry/edit', entryId: 'e1', taskId: null, description: 'Tea' },
    { type: 'entry/edit', entryId: 'e1', startAt: 1_700_000_000_000, seconds: 60 },
    { type: 'entries/restore', entryIds: ['e1'] },
    { type: 'entry/revert', entryId: 'e1' },
    { type: 'entries/delete', entryIds: ['e1'] },
    { type: 'settings/left-click', leftClick: 'toggle' },
    { type: 'settings/gaps-from', minutes: 15 },
    { type: 'settings/working-hours', hours: { from: 540, to: 1020 } },
    { type: 'settings/working-hours', hours: null },
    { type: 'settings/day-goal', minutes: 450 },
    { type: 'settings/day-goal', minutes: null },
    { type: 'settings/away-after', minutes: 0 },
    { type: 'away/answer', questionId: 'q1', answer: 'go-on' },
    { type: 'settings/theme', theme: 'dark' },
    { type: 'settings/text-size', percent: 150 },
    { type: 'settings/lengths', style: 'decimal' },
    { type: 'settings/lengths', style: null },
    { type: 'settings/popup-height', pixels: 500 },
    { type: 'popup/drag-edge', edge: 'upper', screenY: 8, released: true },
    { type: 'read/workspace-name' },
    { type: 'read/tags', taskId: 3 },
    { type: 'entry/edit', entryId: 'a', tagIds: [5, 6] },
    { type: 'task/send-held' },
    { type: 'help/news' },
    { type: 'help/save-report' },
    { type: 'help/open-log' },
    { type: 'link/open', link: 'api-key' },
    { type: 'app/quit' },
  ])('is understood: $type', (command) => {
    expect(parseCommand(command)).toEqual({ ok: true, value: command });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a word', 'timer/stop'],
    ['a list', [{ type: 'timer/stop' }]],
    ['an unknown type', { type: 'shell/run' }],
    ['a type inherited from a prototype', { type: 'constructor' }],
    ['a field too many', { type: 'timer/stop', at: 0 }],
    ['a field missing', { type: 'entry/delete' }],
    ['a text size of nobody', { type: 'settings/text-size', percent: 300 }],
    ['a popup of no height', { type: 'settings/popup-height', pixels: 10 }],
    ['a theme of nobody', { type: 'settings/theme', theme: 'pink' }],
    ['a fraction for an id', { type: 'timer/start', taskId: 1.5 }],
    ['an id that is not positive', { type: 'timer/start', taskId: 0 }],
    ['an id beyond whole numbers', { type: 'timer/start', taskId: 2 ** 53 }],
    ['text for an id', { type: 'timer/start', taskId: '7' }],
    ['a description too long', { type: 'timer/start', description: 'x'.repeat(3001) }],
    ["an error's words", { type: 'page/failed', error: 'a word of mine', where: 'view' }],
    ['a place of its own', { type: 'page/failed', error: 'TypeError', where: 'Tea' }],
    ['a link of its own', { type: 'link/open', link: 'https://example.org' }],
    [
      'a place too many',
      { type: 'account/connect', credential: key, place: { ...ids, address: '' } },
    ],
    [
      'a credential of unknown kind',
      { type: 'account/connect', credential: { kind: 'x' }, place: ids },
    ],
  ])('is refused: %s', (_name, input) => {
    expect(parseCommand(input).ok).toBe(false);
  });

  it('is refused in words that hold nothing of what was sent', () => {
    const credential = { kind: 'key', key: 'secret'.repeat(1000) };
    const refusal = parseCommand({ type: 'account/connect', credential, place: ids });

    expect(refusal).toEqual({ ok: false, path: 'credential.key', code: 'too_big' });
  });
});

describe('a search from the page', () => {
  it('is text of a sane length', () => {
    const tasks = { kind: 'tasks', text: '' } as const;
    expect(parseSearch(tasks)).toEqual({ ok: true, value: tasks });
    expect(parseSearch({ kind: 'tasks', text: 'x'.repeat(301) }).ok).toBe(false);
    expect(parseSearch({ kind: 'tasks' }).ok).toBe(false);
    expect(parseSearch({ text: '' }).ok).toBe(false);
  });

  it('asks for entries a stretch at a time', () => {
    const entries = { kind: 'entries', text: '', offset: 0, count: 500 } as const;
    expect(parseSearch(entries)).toEqual({ ok: true, value: entries });
    expect(parseSearch({ ...entries, count: 501 }).ok).toBe(false);
    expect(parseSearch({ ...entries, offset: -1 }).ok).toBe(false);
  });
});
