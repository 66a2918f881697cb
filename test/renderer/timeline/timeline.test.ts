import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EntryView, Instant, OverlapView, Seconds, Snapshot } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import {
  at,
  DAY,
  day,
  entry,
  migration,
  planned,
  running,
  snapshot,
} from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const sent = { state: 'delivered' } as const;
const early = entry(sent, {
  id: 'early',
  task: migration,
  startAt: at('09:00:00'),
  seconds: 7200 as Seconds,
});
const late = entry(sent, { id: 'late' });
const lunch = entry(sent, {
  id: 'lunch',
  type: 'break',
  task: undefined,
  startAt: at('12:30:00'),
  seconds: 1800 as Seconds,
});
const three = [lunch, late, early];

function blocks(): readonly HTMLElement[] {
  return within(screen.getByRole('list', { name: 'Timeline' })).getAllByRole('button');
}

function names(): readonly (string | null)[] {
  return blocks().map((block) => block.getAttribute('aria-label'));
}

function styleOf(block: HTMLElement | undefined): CSSStyleDeclaration {
  return (block?.closest('li') as HTMLElement).style;
}

/** The words of the tip, as two lines. */
function tip(): string | undefined {
  return document.querySelector('.tip')?.textContent.replace(/\s+/g, ' ').trim();
}

const today = (entries: readonly EntryView[], changes: Partial<Snapshot> = {}) =>
  snapshot({ today: day(entries), ...changes });

describe('the blocks', () => {
  test('Each says its task, project, span and length, oldest first', async () => {
    await openPopup(today(three));
    expect(names()).toEqual([
      'Migration dry run, Orion, Acme, 09:00 – 11:00, 2 h 0 min',
      'Review pull requests, Platform, 11:40 – 12:22, 42 min',
      'Break, 12:30 – 13:00, 30 min',
    ]);
  });

  test('Times are in 12 hours where the account says so', async () => {
    const { settings } = snapshot();
    await openPopup(today([late], { settings: { ...settings, hours: '12h' } }));
    expect(names()[0]?.replace(/\s/g, ' ')).toContain('11:40 AM – 12:22 PM');
    const labels = [...document.querySelectorAll('.labels span')];
    expect(labels.map(({ textContent }) => textContent.replace(/\s/g, ' '))).toEqual([
      '8 AM',
      '10 AM',
      '12 PM',
      '2 PM',
      '4 PM',
      '6 PM',
    ]);
  });

  test('They stand where their time is, in the colour of their project', async () => {
    await openPopup(today([early]));
    expect(styleOf(blocks()[0]).left).toBe('10.000%');
    expect(styleOf(blocks()[0]).width).toBe('20.000%');
    expect(blocks()[0]?.style.getPropertyValue('--color')).toBe('#0f766e');
    expect(blocks()[0]?.textContent).toBe('');
  });

  test('The running timer is an open block up to now', async () => {
    await openPopup(today([], { timer: running }));
    expect(names()).toEqual(['Migration dry run, Orion, Acme, running since 13:31']);
    expect(styleOf(blocks()[0]).left).toBe('55.167%');
  });

  test('The running timer is on no day that it does not run through', async () => {
    const yesterday = day([], {}, -1);
    await openPopup(snapshot({ timer: running, shown: { kind: 'day', day: yesterday } }));
    expect(within(screen.getByRole('list', { name: 'Timeline' })).queryAllByRole('button')).toEqual(
      [],
    );
  });

  test('What is planned is there too, told apart', async () => {
    const plan = [planned(), planned({ id: 8, startAt: undefined })];
    await openPopup(snapshot({ today: day([], { planned: plan }) }));
    expect(names()).toEqual(['Review pull requests, Platform, planned 15:00 – 17:00']);
    expect(blocks()[0]?.closest('li')?.className).toContain('planned');
  });

  test('Of an entry over midnight the part of the day is drawn, and its whole span told', async () => {
    const night = entry(sent, { startAt: (at('00:00:00') - 3_600_000) as Instant });
    await openPopup(today([{ ...night, seconds: 7200 as Seconds }]));
    expect(names()[0]).toContain('23:00 – 01:00');
    expect(styleOf(blocks()[0]).left).toBe('0.000%');
    expect(styleOf(blocks()[0]).width).toBe(`${((1 / 18) * 100).toFixed(3)}%`);
  });

  test('Two that share time stand in two lanes, with a mark on what they share', async () => {
    const over = entry(sent, { id: 'over', startAt: at('10:30:00'), seconds: 3600 as Seconds });
    const shared = {
      earlierId: 'early',
      laterId: 'over',
      startAt: at('10:30:00'),
      endAt: at('11:00:00'),
    } satisfies OverlapView;
    await openPopup(snapshot({ today: day([over, early], { overlaps: [shared] }) }));
    expect(blocks().map((block) => styleOf(block).getPropertyValue('--lane'))).toEqual(['0', '1']);
    expect(document.querySelector<HTMLElement>('.overlap')?.style.left).toBe('25.000%');
  });

  test('Gaps are drawn', async () => {
    const gap = { startAt: at('11:00:00'), endAt: at('11:40:00') };
    await openPopup(snapshot({ today: day(three, { gaps: [gap] }) }));
    expect(document.querySelector<HTMLElement>('.gap')?.style.left).toBe('30.000%');
  });

  test('Now is marked on today, and on no other day', async () => {
    const { main } = await openPopup(today([]));
    expect(document.querySelectorAll('.now')).toHaveLength(1);
    await main.push(snapshot({ shown: { kind: 'day', day: day([], {}, -1) } }));
    expect(document.querySelectorAll('.now')).toHaveLength(0);
  });
});

test('Where nothing ticks, each push brings the time along', async () => {
  const { main } = await openPopup(today([]));
  const mark = () => document.querySelector<HTMLElement>('.now')?.style.left;
  expect(mark()).toBe('69.167%');
  await main.push(today([], { revision: 2, at: at('15:55:07') }));
  expect(mark()).toBe('79.167%');
});

describe('by keyboard', () => {
  test('The strip is one stop of Tab, and arrows move within it', async () => {
    const { user } = await openPopup(today(three));
    expect(blocks().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    blocks()[0]?.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(blocks()[2]);
    expect(blocks().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(blocks()[0]);
    await user.keyboard('{End}{ArrowLeft}');
    expect(document.activeElement).toBe(blocks()[1]);
  });

  test('The way to another day stays what it is on a block', async () => {
    const { main, user } = await openPopup(today(three));
    blocks()[0]?.focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(main.commands.at(-1)).toEqual({ type: 'show/day', at: at('00:00:00') + DAY });
  });

  test('Enter goes to the row of the entry', async () => {
    const { user } = await openPopup(today(three));
    blocks()[1]?.focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.closest('[data-entry-id]')?.textContent).toContain(
      'Review pull requests',
    );
  });

  test('Enter on what is planned goes to where it is started', async () => {
    const { user } = await openPopup(snapshot({ today: day([], { planned: [planned()] }) }));
    blocks()[0]?.focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Start Review pull requests');
  });
});

describe('the tip', () => {
  test('It tells what is under the pointer', async () => {
    const { user } = await openPopup(today(three));
    await user.hover(blocks()[1]!);
    expect(tip()).toBe('Review pull requests, Platform 11:40 – 12:22, 42 min');
    await user.unhover(blocks()[1]!);
    expect(tip()).toBeUndefined();
  });

  test('It tells what has the focus, and Escape sends it away before anything else', async () => {
    const { main, user } = await openPopup(today(three));
    blocks()[0]?.focus();
    await user.keyboard('{ArrowRight}');
    expect(tip()).toContain('Review pull requests');
    await user.keyboard('{Escape}');
    expect(tip()).toBeUndefined();
    expect(main.commands.at(-1)).toEqual({ type: 'popup/ready' });
    await user.keyboard('{Escape}');
    expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
  });

  test('It is not read twice: the block says the same', async () => {
    const { user } = await openPopup(today(three));
    await user.hover(blocks()[0]!);
    expect(document.querySelector('.tip')?.getAttribute('aria-hidden')).toBe('true');
  });
});

test('The head is read before the timeline, and the timeline before projects, plan and list', async () => {
  const projects = [{ name: 'Orion', color: '#0f766e', seconds: 7200 as Seconds }];
  await openPopup(snapshot({ today: day(three, { projects, planned: [planned()] }) }));
  const inOrder = [
    screen.getByRole('heading', { name: 'Today' }),
    screen.getByRole('list', { name: 'Timeline' }),
    screen.getByRole('list', { name: 'Time by project' }),
    screen.getByText(/^Planned/),
    screen.getByRole('grid', { name: 'Entries of the day' }),
  ];
  for (const [index, before] of inOrder.slice(0, -1).entries()) {
    const order = before.compareDocumentPosition(inOrder[index + 1]!);
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  }
});

test('Nothing of the strip is drawn anew for a second that passes', async () => {
  const { main } = await openPopup(today(three, { timer: running }));
  const before = blocks().map((block) => block.closest('li')?.getAttribute('style'));
  await main.push(today(three, { timer: running, revision: 2, at: at('14:55:08') }));
  expect(blocks().map((block) => block.closest('li')?.getAttribute('style'))).toEqual(before);
});
