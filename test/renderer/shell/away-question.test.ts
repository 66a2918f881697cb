import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { AwayView } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { rows } from '../support/entry-rows.ts';
import { at, entry, migration, running, snapshot, withEntries } from '../support/snapshots.ts';

const LUNCH: AwayView = {
  id: 'q1',
  why: 'away',
  fromAt: at('12:05:00'),
  toAt: at('12:46:00'),
  task: migration,
  description: undefined,
  running: true,
};

const question = () => screen.getByRole('region', { name: 'Time away' });
const answers = () =>
  within(question())
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

test('An absence is asked about at the top, by the keyboard too, and answered by one command', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running, away: [LUNCH] }));
  expect(question().textContent).toContain(
    'You were away 12:05 – 12:46 (0:41). Does that belong to “Migration dry run”?',
  );
  expect(question().textContent).toContain('It runs on meanwhile.');
  expect(answers()).toEqual(['Keep it', 'Stop at 12:05', 'Leave it out', 'A break']);
  expect(document.querySelector('main > section')).toBe(question());
  within(question()).getByRole('button', { name: 'Leave it out' }).focus();
  await user.keyboard('{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'away/answer', questionId: 'q1', answer: 'go-on' });
});

test('Of several the first is asked, and how many come after it', async () => {
  const away = [LUNCH, { ...LUNCH, id: 'q2' }, { ...LUNCH, id: 'q3' }];
  const { main } = await openPopup(snapshot({ away }));
  expect(question().textContent).toContain('2 more questions after this.');
  await main.push(snapshot({ away: away.slice(1) }));
  expect(question().textContent).toContain('1 more question after this.');
  await main.push(snapshot());
  expect(screen.queryByRole('region', { name: 'Time away' })).toBeNull();
});

test('An entry that waits for its answer says so, in the question and in its row', async () => {
  const waiting = withEntries([entry({ state: 'asked' })]);
  await openPopup({ ...waiting, away: [{ ...LUNCH, running: false, why: 'stopped' }] });
  expect(question().textContent).toContain('Stint did not run 12:05 – 12:46 (0:41).');
  expect(question().textContent).toContain('It is not sent until you answer.');
  expect(answers()[1]).toBe('End at 12:05');
  expect(rows()[0]?.textContent).toContain('waits for your answer');
});

test('Of a clock that was set, what can be done about it is offered', async () => {
  const back = { ...LUNCH, why: 'clock', fromAt: LUNCH.toAt, toAt: LUNCH.fromAt } as const;
  const { main } = await openPopup(snapshot({ away: [back] }));
  expect(question().textContent).toContain('The clock was set back from 12:46 to 12:05');
  expect(answers()).toEqual(['Keep its start', 'Move its start along']);
  await main.push(snapshot({ away: [{ ...LUNCH, id: 'q2', why: 'clock' }] }));
  expect(question().textContent).toContain('The clock went from 12:05 to 12:46 at once');
  expect(answers()).toHaveLength(4);
});

test('An answer that came too late is told', async () => {
  const { main, user } = await openPopup(snapshot({ away: [LUNCH] }));
  main.answer('away/answer', { kind: 'no-question' });
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(within(question()).getByRole('alert').textContent).toContain('answered already');
});
