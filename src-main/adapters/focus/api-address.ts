const TOGGL_FOCUS = 'https://focus.toggl.com/api';
const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The base address of the API without a slash at its end: Toggl's own, or what `STINT_API_URL` says.
 * Throws for an address to which the key would travel unencrypted; only loopback may be plain HTTP.
 */
export function apiAddress(wanted: string | undefined): string {
  if (wanted === undefined || wanted === '') return TOGGL_FOCUS;
  const { protocol, hostname } = new URL(wanted);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  if (!isSafe) throw new Error('STINT_API_URL must be an https address, or http on this machine');
  return wanted.replace(/\/+$/, '');
}
