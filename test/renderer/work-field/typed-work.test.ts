import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedWork } from '../../../src-renderer/work-field/typed-work.ts';

test.for([
  ['', '', undefined],
  [' Phone  with Ada ', 'Phone  with Ada', undefined],
  ['@', '', ''],
  ['@ mig ', '', 'mig'],
  ['dry run @mig', 'dry run', 'mig'],
  ['dry run ＠mig', 'dry run', 'mig'],
  ['ask @ada about @mig', 'ask @ada about', 'mig'],
  ['mail to ada@example.com', 'mail to ada@example.com', undefined],
] as const)('"%s" is the words "%s" and the task "%s"', ([text, words, task]) => {
  expect(typedWork(text)).toEqual({ words, task });
});

test('What holds no @ is words and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replaceAll(/[@＠]/g, '');
      expect(typedWork(plain)).toEqual({ words: plain.trim(), task: undefined });
    }),
  );
});
