import type { DraftView } from '#contract';

export const draftLabels = {
  changed:
    'The entry was changed since you began. What you typed stands; the rest is as it is now.',
  close: 'Close',
};

const gone = {
  entry: 'The entry that you were changing is gone.',
  timer: 'The timer that you were changing has ended; its change was not made.',
} as const;

/** What a person had begun to type, and no longer can end. */
export function draftLost({ of, description }: NonNullable<DraftView['lost']>): string {
  return description === undefined || description.trim() === ''
    ? gone[of]
    : `${gone[of]} You had typed: “${description.trim()}”`;
}
