/**
 * What Chromium (`net::ERR_...`, source: net/base/net_error_list.h) and Node (`code`) call a failure
 * that comes before the first byte of a request. Everything else may strike after the request left,
 * ERR_NETWORK_CHANGED and resets included, so a name that is not here means "maybe applied".
 */
const BEFORE_SENDING: readonly RegExp[] = [
  /^ERR_(INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|NETWORK_ACCESS_DENIED)$/,
  /^ERR_(CONNECTION_REFUSED|CONNECTION_FAILED|CONNECTION_TIMED_OUT|UNSAFE_PORT)$/,
  /^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_\w+)$/,
  /^ERR_(PROXY_\w+|TUNNEL_CONNECTION_FAILED|SOCKS_\w+|NO_SUPPORTED_PROXIES|PAC_\w+)$/,
  /^ERR_(MANDATORY_PROXY_CONFIGURATION_FAILED|BLOCKED_BY_(CLIENT|ADMINISTRATOR)|DISALLOWED_URL_SCHEME|INVALID_URL)$/,
  /^ERR_(CERT_\w+|CERTIFICATE_TRANSPARENCY_REQUIRED|SSL_VERSION_OR_CIPHER_MISMATCH)$/,
  /^ERR_SSL_(CLIENT_AUTH_\w+|PINNED_KEY_NOT_IN_CERT_CHAIN|OBSOLETE_CIPHER|UNRECOGNIZED_NAME_ALERT)$/,
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENETDOWN)$/,
  /^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_\w+)$/,
  /^(UNABLE_TO_\w+|ERR_INVALID_URL)$/,
];

/** The words of net.fetch for a redirect that nobody followed. */
const REDIRECT = 'Redirect was cancelled';

export type ConnectionFailure = {
  readonly kind: 'before-sending' | 'redirect' | 'unsure';
  /** A code where there is one, else the message. */
  readonly detail: string;
};

/** Reads what a `fetch` threw, of either kind. */
export function readConnectionFailure(thrown: unknown): ConnectionFailure {
  const links = chainOf(thrown);
  const messages = links.map((link) => link.message);
  if (messages.includes(REDIRECT)) return { kind: 'redirect', detail: REDIRECT };
  const names = links.flatMap(namesOf);
  const early = names.find((name) => BEFORE_SENDING.some((pattern) => pattern.test(name)));
  if (early !== undefined) return { kind: 'before-sending', detail: early };
  return { kind: 'unsure', detail: names[0] ?? messages.at(-1) ?? String(thrown) };
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
