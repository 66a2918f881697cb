import type { Unreachable } from '#contract';

/** What happened, and what can be done next. */
type Words = { readonly happened: string; readonly next: string };

/** Why nothing reaches Toggl Focus, for the footer. */
export const unreachableShort: Readonly<Record<Unreachable, string>> = {
  network: 'offline',
  name: 'name not found (DNS)',
  refused: 'connection refused',
  'timed-out': 'no connection in time',
  certificate: 'certificate not trusted',
  proxy: 'proxy not reached',
};

export const unreachable: Readonly<Record<Unreachable, Words>> = {
  network: {
    happened: 'Toggl Focus cannot be reached: this computer seems to be offline.',
    next: 'Check the network, then try again.',
  },
  name: {
    happened: 'Toggl Focus cannot be reached: its name could not be looked up (DNS).',
    next: 'Check the network, and the DNS server or VPN that it uses, then try again.',
  },
  refused: {
    happened: 'The connection to Toggl Focus was refused.',
    next: 'A firewall on this computer or in its network may forbid it. Allow Stint there, then try again.',
  },
  'timed-out': {
    happened: 'No connection to Toggl Focus came about in time.',
    next: 'The network is slow, or a firewall drops the connection. Try again in a moment.',
  },
  certificate: {
    happened:
      'Whoever answered for Toggl Focus showed a certificate that this computer does not trust.',
    next: 'Check the date of this computer. Where a company inspects connections, its root certificate has to be installed in the system.',
  },
  proxy: {
    happened:
      'The proxy that this computer is set up to use could not be reached, or let nothing through.',
    next: 'Check the proxy in the network settings of the system, then try again.',
  },
};

/** What answered where Toggl Focus should have. */
export function foreignAnswer(status: number): Words {
  const how = status === 0 ? 'and sent Stint elsewhere' : `(HTTP ${status})`;
  return {
    happened: `Something between this computer and Toggl Focus answered ${how}.`,
    next: 'If this network has a proxy or a sign-in page, sign in there, then try again.',
  };
}
