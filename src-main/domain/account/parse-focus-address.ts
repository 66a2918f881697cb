export type FocusPlace = { readonly organizationId: number; readonly workspaceId: number };

const HOST = 'focus.toggl.com';

/** `/1/workspaces/2`, `/organizations/1/workspaces/2`, either below `/api`, and whatever follows. */
const PATH = /^\/(?:api\/)?(?:organizations\/)?(\d+)\/workspaces\/(\d+)(?:\/|$)/;

/** The two numbers alone, as `1/2`, `1, 2` or `1 2`. */
const NUMBERS = /^(\d+)(?:\s*[/,]\s*|\s+)(\d+)$/;

/**
 * Reads organization and workspace out of what a person pastes: the address of any page of Toggl
 * Focus, with or without scheme, an address of its API, or the two numbers. No request of Toggl's
 * tells the organization, so this is where it comes from. Undefined for every other text.
 */
export function parseFocusAddress(text: string): FocusPlace | undefined {
  const trimmed = text.trim();
  const found = NUMBERS.exec(trimmed) ?? PATH.exec(pathOf(trimmed) ?? '');
  const organizationId = readId(found?.[1]);
  const workspaceId = readId(found?.[2]);
  if (organizationId === undefined || workspaceId === undefined) return undefined;
  return { organizationId, workspaceId };
}

function pathOf(text: string): string | undefined {
  const address = text.toLowerCase().startsWith(`${HOST}/`) ? `https://${text}` : text;
  const base = `https://${HOST}/`;
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  const own = (url.protocol === 'https:' || url.protocol === 'http:') && url.host === HOST;
  return own && url.username === '' && url.password === '' ? url.pathname : undefined;
}

function readId(digits: string | undefined): number | undefined {
  const id = Number(digits);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
