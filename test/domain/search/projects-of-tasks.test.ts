import { expect, it } from 'vitest';
import { projectsOfTasks } from '../../../src-main/domain/search/projects-of-tasks.ts';
import { focusTask } from '../../support/values.ts';

const of = (id: number, projectId: number | undefined, projectName: string | undefined) => ({
  ...focusTask(id),
  projectId,
  projectName,
});

it('names each project once, by name and then by number, and none without a name', () => {
  const tasks = [
    of(1, 8, 'Orion'),
    of(2, 9, 'Atlas'),
    of(3, 8, 'Orion'),
    of(4, 7, 'Orion'),
    of(5, 6, undefined),
    of(6, undefined, undefined),
  ];
  expect(projectsOfTasks(tasks).map(({ id, name }) => [id, name])).toEqual([
    [9, 'Atlas'],
    [7, 'Orion'],
    [8, 'Orion'],
  ]);
});
