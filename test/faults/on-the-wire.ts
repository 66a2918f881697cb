import type { ApiResponse } from '../../src-main/demo/focus-without-network.ts';
import {
  answer,
  applyThenAnswer,
  applyThenDrop,
  dropBeforeApply,
  quotaSpent,
  rewritten,
  truncated,
  type Answer,
  type Fault,
} from '../support/server/faults.ts';
import type { WireFault } from './step.ts';

/** Lets something happen so much later. */
export type Later = (ms: number, happen: () => void) => void;

type Kind = WireFault['kind'];
type Of<K extends Kind> = Extract<WireFault, { readonly kind: K }>;
type Makers = { readonly [K in Kind]: (fault: Of<K>, later: Later) => Fault };

const SIGN_IN = { headers: { Location: 'https://portal.example.com/' }, body: '' };
/** No `error` in it: not Toggl's. */
const OTHER_JSON = { body: { message: 'Forbidden' } };
const PAGE = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><p>Sign in</p>' };

/** Nothing but its status, and what it says of the quota. */
export function withoutBody({ status, headers }: ApiResponse): ApiResponse {
  const left = Object.entries(headers).filter(([name]) => name !== 'Content-Type');
  return { status, headers: Object.fromEntries(left), body: '' };
}

type Answered = { readonly status: number; readonly applied: boolean };

function answered({ status, applied }: Answered, how?: Answer): Fault {
  return applied ? applyThenAnswer(status, how) : answer(status, how);
}

const MAKERS: Makers = {
  dropped: () => dropBeforeApply,
  lost: () => applyThenDrop,
  late:
    ({ ms }, later) =>
    ({ raw, apply }) => {
      raw.destroy();
      later(ms, () => void apply());
    },
  hanging:
    ({ ms }, later) =>
    ({ apply }) =>
      later(ms, () => void apply()),
  slow:
    ({ ms, applied }, later) =>
    ({ apply, send }) => {
      const response = applied === 'first' ? apply() : undefined;
      later(ms, () => send(response ?? apply()));
    },
  'no-body': () => rewritten(withoutBody),
  truncated: () => truncated,
  empty({ as }) {
    if (as === 'null') return rewritten((response) => ({ ...response, body: 'null' }));
    const status = as === 'nothing' ? 200 : 204;
    return rewritten((response) => ({ ...withoutBody(response), status }));
  },
  page: (fault) => answered(fault, PAGE),
  elsewhere: (fault) => answered(fault, SIGN_IN),
  'other-json': (fault) => answered(fault, OTHER_JSON),
  trouble: (fault) => answered(fault),
  'key-refused': () => answer(401),
  refused: ({ status }) => answer(status),
  quota: ({ resetsIn }) => (resetsIn === undefined ? answer(402) : quotaSpent(resetsIn)),
  'slow-down': ({ seconds }) => answer(429, { headers: { 'Retry-After': String(seconds) } }),
};

/** What a drawn fault does to a request. */
export function onTheWire<K extends Kind>(
  fault: Of<K> & { readonly kind: K },
  later: Later,
): Fault {
  return MAKERS[fault.kind](fault, later);
}
