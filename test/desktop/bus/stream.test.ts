import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connect, type Answer } from '../../../src-main/desktop/bus/connection.ts';
import {
  decodeMessage as decode,
  encodeMessage,
  FLAG,
  KIND,
  type Message,
} from '../../../src-main/desktop/bus/message.ts';
import { variant } from '../../../src-main/desktop/bus/signature.ts';
import type { SocketEvents } from '../../../src-main/desktop/bus/socket.ts';
import { openStream } from '../../../src-main/desktop/bus/stream.ts';

/** A connection over a socket whose other end is the test. */
function setUp() {
  const sent: Buffer[] = [];
  const happened: string[] = [];
  let socket: SocketEvents | undefined;
  const connection = connect(
    (events) =>
      openStream(
        (socketEvents) => {
          socket = socketEvents;
          return {
            send: (bytes) => sent.push(bytes),
            close: () => happened.push('closed'),
          };
        },
        1000,
        events,
      ),
    {
      called: ({ member = '' }) => {
        if (member === 'Throw') throw new Error('on purpose');
        happened.push(`called ${member}`);
      },
      signal: (signal) => happened.push(`signal ${signal.member ?? ''}`),
      failed: () => happened.push('failed'),
      threw: (error) => happened.push(String(error)),
    },
  );
  return {
    connection,
    comes: (bytes: Buffer | string) => socket?.bytes(Buffer.from(bytes)),
    breaks: () => socket?.failed(),
    sent: () => sent.splice(0),
    happened: () => happened.splice(0),
  };
}

function decodeMessage(bytes: Buffer): Message {
  const message = decode(bytes);
  if (message === undefined) throw new Error('it says nothing');
  return message;
}

const OK = 'OK 1234deadbeef\r\n';
const from = (fields: Partial<Message>) =>
  encodeMessage({ kind: KIND.signal, flags: 0, serial: 1, body: [], ...fields });

it('says who it is, and all else when it is let in', () => {
  const { connection, sent, comes } = setUp();
  connection.signal({ path: '/a', interface: 'a.b', member: 'One' });
  expect(String(sent())).toBe('\0AUTH EXTERNAL 31303030\r\n');
  for (const letter of OK) comes(letter);
  const [begin = Buffer.alloc(0)] = sent();
  expect(begin.toString('latin1', 0, 7)).toBe('BEGIN\r\n');
  expect(decodeMessage(begin.subarray(7)).member).toBe('One');
});

it('fails where the bus lets nobody in, or says something else', () => {
  for (const answer of ['REJECTED KERBEROS\r\n', 'x'.repeat(5_000)]) {
    const { happened, comes } = setUp();
    comes(answer);
    comes(OK);
    expect(happened()).toEqual(['closed', 'failed']);
  }
});

it('takes messages in however they are cut', () => {
  const bytes = Buffer.concat([
    Buffer.from(OK),
    from({ path: '/a', interface: 'a.b', member: 'One', signature: 's', body: ['long enough'] }),
    from({ kind: KIND.call, path: '/a', member: 'Two' }),
  ]);
  for (const size of [1, 7, 40, bytes.length]) {
    const { happened, comes } = setUp();
    for (let at = 0; at < bytes.length; at += size) comes(bytes.subarray(at, at + size));
    expect(happened()).toEqual(['signal One', 'called Two']);
  }
});

it('fails past a message that nobody understands', () => {
  const { happened, comes } = setUp();
  comes(OK);
  comes(Buffer.alloc(32, 0xff));
  comes(from({ path: '/a', interface: 'a.b', member: 'One' }));
  expect(happened()).toEqual(['closed', 'failed']);
});

it('passes over what says nothing, and a message that is too long without keeping it', () => {
  const { happened, comes } = setUp();
  comes(OK);
  const call = { kind: KIND.call, path: '/a' };
  // A text that says of itself that it is longer than the message.
  const broken = from({ ...call, member: 'Broken', signature: 's', body: ['abc'] });
  broken.writeUInt32LE(5_000, broken.length - 8);
  comes(broken);
  const long = from({ ...call, member: 'Long', signature: 's', body: ['x'.repeat(3_000_000)] });
  for (let at = 0; at < long.length; at += 65_536) comes(long.subarray(at, at + 65_536));
  comes(Buffer.concat([long, from({ ...call, member: 'Next' })]));
  expect(happened()).toEqual(['called Next']);
});

it('takes the next message after one that was not worked on as it should', () => {
  const { happened, comes } = setUp();
  comes(OK);
  const call = (member: string) => from({ kind: KIND.call, path: '/a', member });
  comes(Buffer.concat([call('Throw'), call('Next')]));
  expect(happened()).toEqual(['Error: on purpose', 'called Next']);
});

it('throws at nothing that a bus may say, and calls nobody', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes, fc.boolean(), (garbage, isLetIn) => {
      const { happened, comes } = setUp();
      if (isLetIn) comes(OK);
      comes(Buffer.from(garbage));
      comes(Buffer.from(garbage));
      expect(happened().filter((word) => !/^(closed|failed)$/.test(word))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('throws at no message whose bytes were changed', () => {
  const good = from({
    kind: KIND.call,
    path: '/a',
    interface: 'a.b',
    member: 'One',
    signature: 'a{sv}(is)ay',
    body: [[['k', variant('as', ['v'])]], [1, 's'], Buffer.from('abc')],
  });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
      const { comes } = setUp();
      const changed = Buffer.from(good);
      changed[at] = value;
      comes(OK);
      expect(() => comes(changed)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

it('gives each call its own answer, an error too, and none twice', () => {
  const { connection, sent, comes } = setUp();
  comes(OK);
  sent();
  const answers: [string, Answer][] = [];
  for (const name of ['a', 'b']) {
    connection.call({ path: '/x', member: name }, (answer) => answers.push([name, answer]));
  }
  const [a, b] = sent().map((bytes) => decodeMessage(bytes));
  expect(a?.flags).toBe(FLAG.noStart);
  const error = { errorName: 'x.Error', signature: 's', body: ['no'] };
  comes(from({ kind: KIND.error, answerTo: b?.serial, ...error }));
  const values = { signature: 'u', body: [5] };
  comes(from({ kind: KIND.answer, answerTo: a?.serial, ...values }));
  comes(from({ kind: KIND.answer, answerTo: a?.serial, ...values }));
  expect(answers).toEqual([
    ['b', { error: 'x.Error' }],
    ['a', { values: [5] }],
  ]);
});

it('answers whoever waits for an answer, and nobody else', () => {
  const { connection, sent, comes } = setUp();
  comes(OK);
  sent();
  const call = decodeMessage(from({ kind: KIND.call, serial: 77, sender: ':1.5' }));
  connection.answer(call, 's', ['here']);
  connection.refuse(call, 'x.Error', 'no');
  connection.answer({ ...call, flags: FLAG.noAnswer }, '', []);
  const [answer, refusal, more] = sent().map((bytes) => decodeMessage(bytes));
  expect(answer).toMatchObject({ destination: ':1.5', answerTo: 77, body: ['here'] });
  expect(refusal).toMatchObject({ kind: KIND.error, errorName: 'x.Error', body: ['no'] });
  expect(more).toBeUndefined();
});

it('tells all who wait when the bus goes, and whoever asks later', () => {
  const { connection, breaks, happened, sent } = setUp();
  const answers: Answer[] = [];
  connection.call({ path: '/x', member: 'Ask' }, (answer) => answers.push(answer));
  breaks();
  breaks();
  connection.call({ path: '/x', member: 'Ask' }, (answer) => answers.push(answer));
  sent();
  connection.signal({ path: '/x', member: 'Lost' });
  expect(answers).toEqual([{ error: 'gone' }, { error: 'gone' }]);
  expect([connection.isOpen(), happened(), sent()]).toEqual([false, ['closed', 'failed'], []]);
});
