import { expect, it } from 'vitest';
import { rootPrefix } from '../../scripts/bootstrap/permission.mjs';

type Machine = {
  readonly root?: boolean;
  readonly ci?: boolean;
  readonly person?: boolean;
  readonly free?: boolean;
  readonly answer?: string;
};

async function decide({
  root = false,
  ci = false,
  person = false,
  free = true,
  answer = '',
}: Machine) {
  const questions: string[] = [];
  const prefix = await rootPrefix('Two packages are missing.', {
    isRoot: () => root,
    isCi: () => ci,
    hasPerson: () => person,
    sudoIsFree: () => Promise.resolve(free),
    ask: (question: string) => {
      questions.push(question);
      return Promise.resolve(answer);
    },
  });
  return { prefix, questions };
}

it('root needs neither sudo nor a question', async () => {
  expect(await decide({ root: true, person: true })).toEqual({ prefix: [], questions: [] });
});

it('CI uses sudo where that asks for no password, without a question', async () => {
  expect(await decide({ ci: true, person: true })).toEqual({
    prefix: ['sudo', '-n'],
    questions: [],
  });
  expect(await decide({ ci: true, free: false })).toEqual({ prefix: undefined, questions: [] });
});

it.each(['y', 'Y', ' yes '])('a person is asked, and %j lets sudo run', async (answer) => {
  const question = 'stint: Two packages are missing. Use sudo for it? [y/N] ';
  expect(await decide({ person: true, answer })).toEqual({
    prefix: ['sudo'],
    questions: [question],
  });
});

it.each(['', 'n', 'what?'])('a person who answers %j keeps sudo from running', async (answer) => {
  expect((await decide({ person: true, answer })).prefix).toBeUndefined();
});

it('sudo is left alone where nobody can be asked, though it would ask for nothing', async () => {
  expect(await decide({})).toEqual({ prefix: undefined, questions: [] });
});
