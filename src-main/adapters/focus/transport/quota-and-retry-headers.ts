import type { Seconds } from '#contract';
import type { QuotaReading } from '../../../domain/focus-types.ts';
import { MAX_REQUESTS_LEFT, MAX_WAIT_SECONDS } from '../../../domain/limits.ts';
import type { FetchResponse } from './fetch-port.ts';

type Headers = FetchResponse['headers'];

const HTTP_DATE = /^[A-Za-z]{3,9}, /;

/**
 * Both quota headers, where both make sense. A window is an hour: whatever else is announced, the count
 * starts anew within one. Source: the quota section of the Toggl Focus overview.
 */
export function readQuota(headers: Headers): QuotaReading | undefined {
  const remaining = wholeNumber(headers.get('X-Toggl-Quota-Remaining'));
  const resetsIn = wholeNumber(headers.get('X-Toggl-Quota-Resets-In'));
  if (remaining === undefined || resetsIn === undefined) return undefined;
  if (remaining > MAX_REQUESTS_LEFT) return undefined;
  return { remaining, resetsIn: wait(resetsIn) };
}

/**
 * Seconds, or an HTTP date counted from the server's own clock where it tells it (RFC 9110, 10.2.3); an
 * hour at most.
 */
export function readRetryAfter(headers: Headers): Seconds | undefined {
  const value = headers.get('Retry-After')?.trim() ?? '';
  const seconds = wholeNumber(value) ?? secondsUntil(value, headers.get('Date') ?? '');
  return seconds === undefined ? undefined : wait(seconds);
}

/** `Your quota will reset in 1234 seconds`, the words of Toggl Track. */
export function readWaitInWords(text: string): Seconds | undefined {
  const seconds = /\b(\d{1,9}) seconds?\b/.exec(text.slice(0, LONGEST_WORDS))?.[1];
  return seconds === undefined ? undefined : wait(Number(seconds));
}

const LONGEST_WORDS = 500;

function wait(seconds: number): Seconds {
  return Math.min(seconds, MAX_WAIT_SECONDS) as Seconds;
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

/** Digits in any number, rounded up; below zero counts as zero, anything else as absent. */
function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^\s*-?\d{1,400}(\.\d{1,400})?\s*$/.test(text)) return undefined;
  return Math.max(0, Math.ceil(Number(text)));
}
