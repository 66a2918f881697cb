import { describe, expect, it } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  KIND,
  lengthOfMessage,
} from '../../../src-main/desktop/bus/message.ts';
import { readValues } from '../../../src-main/desktop/bus/read.ts';
import { parseSignature, variant } from '../../../src-main/desktop/bus/signature.ts';
import { writeValues } from '../../../src-main/desktop/bus/write.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('values', () => {
  it('have the bytes of the specification', () => {
    expect(writeValues('yu', [1, 2])).toEqual(hex('01 000000 02000000'));
    expect(writeValues('s', ['foo'])).toEqual(hex('03000000 666f6f 00'));
    expect(writeValues('i', [-1])).toEqual(hex('ffffffff'));
    expect(writeValues('v', [variant('s', 'a')])).toEqual(hex('01 73 00 00 01000000 61 00'));
    // The gap before the first element is there, and belongs to no length.
    expect(writeValues('a(i)', [[]])).toEqual(hex('00000000 00000000'));
    expect(writeValues('a(i)', [[[5]]])).toEqual(hex('04000000 00000000 05000000'));
  });

  it.each([
    ['ybiu', [7, true, -3, 4_000_000_000]],
    ['sog', ['', '/a', 'a{sv}']],
    ['a{sv}', [[['Key ä', variant('(ii)', [1, -1])]]]],
    ['aas', [[['a', 'b'], [], ['c']]]],
    ['u(ia{sv}av)', [3, [0, [], [variant('(ia{sv}av)', [1, [], []])]]]],
  ] as const)('come back as they were: %s', (signature, values) => {
    expect(readValues(signature, writeValues(signature, values), true)).toEqual(values);
  });

  it('go out as one piece where they are bytes, beyond any first size', () => {
    const bytes = Buffer.alloc(5_000, 9);
    const [read] = readValues('ay', writeValues('ay', [bytes]), true);
    expect(read).toEqual([...bytes]);
  });

  it('are read of a program with the other order of bytes, of every size', () => {
    expect(readValues('us', hex('00000001 00000001 61 00'), false)).toEqual([1, 'a']);
    const bytes = hex('fffe 0003 00000000 ffffffffffffffff 0000000000000002 3ff8000000000000');
    expect(readValues('nqxtd', bytes, false)).toEqual([-2, 3, -1n, 2n, 1.5]);
  });

  it('have no zero inside a text: a bus throws out whoever sends one', () => {
    expect(readValues('s', writeValues('s', ['a\0b\0']), true)).toEqual(['ab']);
    expect(readValues('s', writeValues('s', ['half \ud83d of it']), true)).toEqual([
      'half \ufffd of it',
    ]);
  });

  it('that are cut off, or longer than what is there, are none', () => {
    const bytes = writeValues('sas', ['a', ['b', 'c']]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readValues('sas', bytes.subarray(0, length), true)).toThrow(RangeError);
    }
    expect(() => readValues('ay', hex('ffffffff 00'), true)).toThrow(RangeError);
  });

  it('have a signature of whole types', () => {
    for (const wrong of ['a', '(', '()', '(i', 'z', 'a{', ')', 'a'.repeat(200)]) {
      expect(() => parseSignature(wrong)).toThrow(TypeError);
    }
    expect(() => writeValues('ss', ['one'])).toThrow(TypeError);
    expect(() => writeValues('x', [1n])).toThrow(TypeError);
    expect(() => readValues('v', hex('02 6969 00 00000000'), true)).toThrow(TypeError);
  });
});

describe('a message', () => {
  const message = {
    kind: KIND.call,
    flags: 2,
    serial: 9,
    path: '/a',
    interface: 'a.b',
    member: 'Do',
    destination: 'c.d',
    signature: 'si',
    body: ['text', 5],
  };

  it('comes back as it was', () => {
    const bytes = encodeMessage(message);
    expect(lengthOfMessage(bytes)).toBe(bytes.length);
    expect(decodeMessage(bytes)).toEqual(message);
    expect(decodeMessage(encodeMessage({ ...message, signature: '', body: [] }))?.body).toEqual([]);
  });

  it('tells its length from its first bytes, and has a length that may be', () => {
    const bytes = encodeMessage(message);
    expect(lengthOfMessage(bytes.subarray(0, 15))).toBeUndefined();
    expect(lengthOfMessage(bytes.subarray(0, 16))).toBe(bytes.length);
    expect(lengthOfMessage(Buffer.alloc(16, 0xff))).toBe('too long');
  });
});
