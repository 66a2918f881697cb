import type { Unreachable } from '#contract';
import { OfflineFromTheStart } from './offline-from-the-start.ts';

/**
 * What Chromium (`net::ERR_...`, source: net/base/net_error_list.h) and Node (`code`) call a failure
 * that comes before the first byte of a request. Everything else may strike after the request left,
 * ERR_NETWORK_CHANGED and resets included, so a name that is not here means "maybe applied".
 */
const BEFORE_SENDING: readonly (readonly [RegExp, Unreachable])[] = [
  [/^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_\w+)$/, 'name'],
  [/^(ENOTFOUND|EAI_\w+)$/, 'name'],
  [/^(ERR_CONNECTION_REFUSED|ECONNREFUSED)$/, 'refused'],
  [/^ERR_(BLOCKED_BY_(CLIENT|ADMINISTRATOR)|NETWORK_ACCESS_DENIED)$/, 'refused'],
  [/^(ERR_CONNECTION_TIMED_OUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timed-out'],
  [/^ERR_(PROXY_\w+|TUNNEL_CONNECTION_FAILED|SOCKS_\w+|NO_SUPPORTED_PROXIES|PAC_\w+)$/, 'proxy'],
  [/^ERR_MANDATORY_PROXY_CONFIGURATION_FAILED$/, 'proxy'],
  [
    /^ERR_(CERT_\w+|CERTIFICATE_TRANSPARENCY_REQUIRED|SSL_VERSION_OR_CIPHER_MISMATCH)$/,
    'certificate',
  ],
  [/^ERR_SSL_(CLIENT_AUTH_\w+|PINNED_KEY_NOT_IN_CERT_CHAIN|OBSOLETE_CIPHER)$/, 'certificate'],
  [/^ERR_SSL_UNRECOGNIZED_NAME_ALERT$/, 'certificate'],
  [/^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/, 'certificate'],
  [/^(ERR_TLS_CERT_\w+|UNABLE_TO_\w+)$/, 'certificate'],
  [/^ERR_(ADDRESS_INVALID|UNSAFE_PORT)$/, 'network'],
  [/^ERR_(DISALLOWED_URL_SCHEME|INVALID_URL)$/, 'network'],
  [/^ERR_CONNECTION_FAILED$/, 'network'],
];

/**
 * What a computer without a network is told when it connects, and a connection that had taken the request when its
 * network goes (`MapSystemError`, net/base/net_errors_posix.cc and _win.cc).
 */
const NO_NETWORK =
  /^(ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ENETUNREACH|EHOSTUNREACH|ENETDOWN)$/;

/** Chromium's names for a 407 of the proxy that it asked; it hands that answer out to nobody. */
const PROXY_SIGN_IN = /^ERR_PROXY_AUTH_\w+$/;
/** For one from further away, where no proxy was asked: what gave it may stand behind the server's own door. */
const SIGN_IN_FROM_AFAR = 'ERR_UNEXPECTED_PROXY_AUTH';

/** The words of net.fetch for a redirect that nobody followed. */
const REDIRECT = 'Redirect was cancelled';

/** `detail` is a code where there is one, else the message. */
export type ConnectionFailure = { readonly detail: string } & (
  | { readonly kind: 'proxy-sign-in' | 'sign-in-from-afar' | 'redirect' | 'unsure' }
  | { readonly kind: 'before-sending'; readonly cause: Unreachable }
);

/** Reads what a `fetch` threw, of either kind. */
export function readConnectionFailure(thrown: unknown): ConnectionFailure {
  const links = chainOf(thrown);
  const messages = links.map((link) => link.message);
  if (messages.includes(REDIRECT)) return { kind: 'redirect', detail: REDIRECT };
  const names = links.flatMap(namesOf);
  const signIn = names.find((name) => PROXY_SIGN_IN.test(name));
  if (signIn !== undefined) return { kind: 'proxy-sign-in', detail: signIn };
  if (names.includes(SIGN_IN_FROM_AFAR)) {
    return { kind: 'sign-in-from-afar', detail: SIGN_IN_FROM_AFAR };
  }
  const offline = links.some((link) => link instanceof OfflineFromTheStart);
  return (
    earlyFailure(names, offline) ?? {
      kind: 'unsure',
      detail: names[0] ?? messages.at(-1) ?? String(thrown),
    }
  );
}

function earlyFailure(names: readonly string[], offline: boolean): ConnectionFailure | undefined {
  for (const detail of names) {
    if (offline && NO_NETWORK.test(detail)) {
      return { kind: 'before-sending', cause: 'network', detail };
    }
    const cause = BEFORE_SENDING.find(([pattern]) => pattern.test(detail))?.[1];
    if (cause !== undefined) return { kind: 'before-sending', cause, detail };
  }
  return undefined;
}

/** Node wraps the reason in `cause`, Electron throws it bare. */
function chainOf(thrown: unknown): readonly Error[] {
  const links: Error[] = [];
  let link = thrown;
  while (link instanceof Error && links.length < 5) {
    links.push(link);
    link = link.cause;
  }
  return links;
}

function namesOf(error: Error): readonly string[] {
  const chromium = /\bnet::(ERR_\w+)/.exec(error.message)?.[1];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return [chromium, code].filter((name) => name !== undefined);
}
