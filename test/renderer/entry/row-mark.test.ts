import { expect, test } from 'vitest';
import { overlap, overlappingDay, rows } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { entry, withEntries } from '../support/snapshots.ts';

test('A row is silent about what was sent, but for those who hear it', async () => {
  await openPopup(withEntries([entry({ state: 'delivered' })]));
  expect(rows()[0]!.textContent).not.toContain('sent');
  expect(rows()[0]!.getAttribute('aria-label')).toMatch(/, sent$/);
});

test('A row says how long it overlaps another, the longest where there are several', async () => {
  const day = overlappingDay();
  const more = overlap('review', 'mail', ['11:00:00', '11:05:00']);
  await openPopup({ ...day, today: { ...day.today, overlaps: [...day.today.overlaps, more] } });
  const marks = rows().map((row) => row.querySelector('.mark')?.textContent);
  expect(marks).toEqual(['overlaps 5 min', 'overlaps 20 min', 'overlaps 20 min']);
});
