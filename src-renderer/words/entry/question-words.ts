import type { AlikeView } from '#contract';
import { dateAndTime } from './edit-form-words.ts';
import type { Hours } from '../../time/hour-format.ts';

export const questionLabels = {
  question:
    'Toggl Focus may have this entry already, and Stint cannot tell. Nothing is sent until you do.',
  thisOne: 'It is this one',
};

/** On the way to send it all the same. */
export function noneOfThem(count: number): string {
  return count === 1 ? 'It is another: send mine' : 'None of these: send mine';
}

/** An entry of Toggl Focus, a line each; of what was not told no line. */
export function alikeLines(alike: AlikeView, hours: Hours): readonly string[] {
  const { description = '', projectName, tagNames, createdAt } = alike;
  return [
    description === '' ? 'No description' : description,
    ...(projectName === undefined ? [] : [projectName]),
    ...(tagNames === undefined ? [] : [tags(tagNames)]),
    ...(createdAt === undefined ? [] : [`Created ${dateAndTime(createdAt, hours)}`]),
  ];
}

function tags(names: readonly string[]): string {
  if (names.length === 0) return 'No tags';
  return names.length === 1 ? `Tag: ${names.join()}` : `Tags: ${names.join(', ')}`;
}
