import type { Seconds } from '#contract';
import type { QuotaReading } from '../../domain/focus.ts';
import type { FetchResponse } from './fetch-port.ts';

type Headers = FetchResponse['headers'];

const HTTP_DATE = /^[A-Za-z]{3,9}, /;

/** Both quota headers, whatever the status. Source: the quota section of the Toggl Focus overview. */
export function readQuota(headers: Headers): QuotaReading | undefined {
  const remaining = wholeNumber(headers.get('X-Toggl-Quota-Remaining'));
  const resetsIn = wholeNumber(headers.get('X-Toggl-Quota-Resets-In'));
  if (remaining === undefined || resetsIn === undefined) return undefined;
  return { remaining, resetsIn: resetsIn as Seconds };
}

/** Seconds, or an HTTP date counted from the server's own clock where it tells it (RFC 9110, 10.2.3). */
export function readRetryAfter(headers: Headers): Seconds | undefined {
  const value = headers.get('Retry-After')?.trim() ?? '';
  const seconds = wholeNumber(value) ?? secondsUntil(value, headers.get('Date') ?? '');
  return seconds as Seconds | undefined;
}

function secondsUntil(date: string, serverNow: string): number | undefined {
  const until = httpDate(date);
  if (until === undefined) return undefined;
  const from = httpDate(serverNow) ?? Date.now();
  return Math.max(0, Math.ceil((until - from) / 1000));
}

function httpDate(text: string): number | undefined {
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** A number of up to nine digits, rounded up; below zero counts as zero, anything else as absent. */
function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^-?\d{1,9}(\.\d+)?$/.test(text.trim())) return undefined;
  return Math.max(0, Math.ceil(Number(text)));
}
