import { expect, it } from 'vitest';
import { menu } from '../../../src-main/desktop/tray/tray-menu.ts';
import { snapshot } from '../../support/core/snapshots.ts';
import { task } from '../../support/values.ts';

const labels = (change: Parameters<typeof snapshot>[0]) =>
  menu(snapshot(change)).flatMap((item) => (item.kind === 'action' ? [item.label] : []));

it('names the project of tasks that have the same name', () => {
  const recentTasks = [
    task(1, 'Review', 'Orion'),
    task(2, 'Review', 'R&D'),
    task(3, 'Review'),
    task(4, 'Write', 'Orion'),
  ];
  const last = { task: recentTasks[0], description: undefined };
  expect(labels({ recentTasks, last }).slice(0, 4)).toEqual([
    'Start Review (Orion)',
    'Start Review (R&&D)',
    'Start Review (no project)',
    'Start Write',
  ]);
});

it('says which tasks are done', () => {
  const recentTasks = [task(2, 'Write'), { ...task(1, 'Review', 'Orion'), done: true }];
  expect(labels({ recentTasks, last: undefined })).toContain('Start Review (done)');
});
