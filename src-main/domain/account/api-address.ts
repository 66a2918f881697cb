const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

export type ApiAddress = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** With its port; undefined for Toggl's own. A key that was given for one host is never sent to another. */
  readonly otherHost: string | undefined;
};

export const TOGGL_FOCUS: ApiAddress = {
  baseUrl: 'https://focus.toggl.com/api',
  otherHost: undefined,
};

/** Why a value is no address of an API. */
export type AddressFault = 'not-an-address' | 'not-https' | 'user-info' | 'query-or-fragment';

/**
 * Where the API is: Toggl's own address, or what was wanted instead. Refused is an address to which a key
 * would travel unencrypted (only loopback may be plain HTTP), and one that reads like another than it is.
 */
export function readApiAddress(wanted: string | undefined): ApiAddress | AddressFault {
  if (wanted === undefined || wanted === '') return TOGGL_FOCUS;
  if (!URL.canParse(wanted)) return 'not-an-address';
  const url = new URL(wanted);
  const fault = faultOf(url, wanted);
  if (fault !== undefined) return fault;
  const official = url.host === new URL(TOGGL_FOCUS.baseUrl).host;
  const baseUrl = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return { baseUrl, otherHost: official ? undefined : url.host };
}

function faultOf({ protocol, hostname }: URL, wanted: string): AddressFault | undefined {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  if (!isSafe) return 'not-https';
  // By the text: a lone `@`, `?` or `#` leaves no trace in what was parsed.
  if (wanted.includes('@')) return 'user-info';
  return /[?#]/.test(wanted) ? 'query-or-fragment' : undefined;
}
