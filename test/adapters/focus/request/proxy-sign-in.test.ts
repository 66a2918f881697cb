import { expect, it } from 'vitest';
import { failed } from '../../../../src-main/adapters/focus/request/failure-to-focus-error.ts';

it.each([
  ['ERR_PROXY_AUTH_UNSUPPORTED', 'no'],
  ['ERR_UNEXPECTED_PROXY_AUTH', 'maybe'],
])(
  "is certain only of this computer's own proxy that it passed nothing on: %s",
  (code, applied) => {
    const error = { kind: 'foreign', applied, status: 407, detail: code };
    expect(failed(new Error(`net::${code}`))).toEqual(error);
  },
);
