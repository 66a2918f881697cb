import { KIND, type Message } from '../../../src-main/desktop/bus/message.ts';
import { readValues } from '../../../src-main/desktop/bus/read.ts';
import { writeValues } from '../../../src-main/desktop/bus/write.ts';
import type { BusObject } from '../../../src-main/desktop/tray/status-notifier/bus-object.ts';
import { answerCall } from '../../../src-main/desktop/tray/status-notifier/answer-bus-call.ts';

export type CallObject = (
  member: string,
  signature: string,
  body: readonly unknown[],
  face?: string,
) => readonly unknown[] | string;

/** Calls objects as a panel does; returns the values of the answer, over the wire and back, or the last word of the error's name. */
export function createCalls(objects: readonly BusObject[], face: string, path: string): CallObject {
  return (member, signature, body, named = face) => {
    const call: Message = {
      kind: KIND.call,
      flags: 0,
      serial: 1,
      path,
      interface: named === '' ? undefined : named,
      member,
      signature: signature === '' ? undefined : signature,
      body,
    };
    const replies: (readonly unknown[] | string)[] = [];
    answerCall(
      {
        answer: (_to, type, values) =>
          replies.push(readValues(type, writeValues(type, values), true)),
        refuse: (_to, errorName) => replies.push(errorName.replace(/.*\./, '')),
      },
      objects,
      call,
    );
    const [reply, ...more] = replies;
    if (reply === undefined || more.length > 0) throw new Error('not answered once');
    return reply;
  };
}
