import { expect, it } from 'vitest';
import {
  OpeningFailure,
  type OpeningTrouble,
} from '../../../src-main/app/ports/opening-failure.ts';
import { LABELS, questionFor } from '../../../src-main/desktop/startup/failed-start-question.ts';

const ask = (trouble: OpeningTrouble) =>
  questionFor(new OpeningFailure(trouble, 'It does not open', undefined), '/home/ada/Stint');

it.each<OpeningTrouble>(['cannot-write', 'disk-failed', 'other'])(
  'offers to begin anew, and never only an exit, when the trouble is %s',
  (trouble) => {
    const { ways, detail } = ask(trouble);
    expect(ways).toEqual(['try-again', 'begin-anew', 'open-folder', 'quit']);
    expect(detail).toContain('the old file is renamed and stays in the folder');
  },
);

it.each<[OpeningTrouble, string]>([
  ['disk-full', 'Make room on the disk'],
  ['in-use', 'End the other program'],
  ['not-alone', 'room on the disk for temporary files'],
])('offers no empty database where that would not help: %s', (trouble, advice) => {
  const { ways, detail } = ask(trouble);
  expect(ways).toEqual(['try-again', 'open-folder', 'quit']);
  expect(detail).toContain(advice);
});

it('says what happened and that the data is as it was, whatever was thrown', () => {
  for (const failure of [new Error('no memory'), 'no memory']) {
    const { detail, ways } = questionFor(failure, '/home/ada/Stint');
    expect(detail).toContain('no memory.\n\nNothing was changed: your data is as it was, in /home');
    expect(ways).toContain('begin-anew');
  }
});

it('has a label of its own for each way', () => {
  expect(new Set(Object.values(LABELS)).size).toBe(4);
});
