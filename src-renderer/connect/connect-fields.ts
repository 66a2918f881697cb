import type { AppError, Command, Credential, Place } from '#contract';
import { connectLabels } from '../words/views/connect-words.ts';

/** All that can be typed into the connect view, with the two choices of what to type. */
export type ConnectFields = {
  readonly credentialKind: Credential['kind'];
  readonly key: string;
  readonly email: string;
  readonly password: string;
  readonly placeKind: Place['kind'];
  readonly address: string;
  readonly organizationId: string;
  readonly workspaceId: string;
};

export type ConnectField = Exclude<keyof ConnectFields, 'credentialKind' | 'placeKind'>;

/** A command to send, or the field to fill in first and the words that say so. */
export type ConnectReading =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly field: ConnectField; readonly words: string };

type Part<T> = T | { readonly field: ConnectField; readonly words: string };

function readCredential(fields: ConnectFields): Part<Credential> {
  if (fields.credentialKind === 'key') {
    const key = fields.key.trim();
    return key === '' ? { field: 'key', words: connectLabels.keyNeeded } : { kind: 'key', key };
  }
  const email = fields.email.trim();
  const words = connectLabels.passwordNeeded;
  if (email === '') return { field: 'email', words };
  if (fields.password === '') return { field: 'password', words };
  return { kind: 'password', email, password: fields.password };
}

/** A positive whole number as it stands in an address, or undefined. */
function readId(text: string): number | undefined {
  const id = Number(text.trim());
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function readPlace(fields: ConnectFields): Part<Place> {
  if (fields.placeKind === 'address') {
    const address = fields.address.trim();
    return address === ''
      ? { field: 'address', words: connectLabels.addressNeeded }
      : { kind: 'address', address };
  }
  const organizationId = readId(fields.organizationId);
  const workspaceId = readId(fields.workspaceId);
  const words = connectLabels.numbersNeeded;
  if (organizationId === undefined) return { field: 'organizationId', words };
  if (workspaceId === undefined) return { field: 'workspaceId', words };
  return { kind: 'ids', organizationId, workspaceId };
}

export function readConnectFields(fields: ConnectFields): ConnectReading {
  const credential = readCredential(fields);
  if ('field' in credential) return { ok: false, ...credential };
  const place = readPlace(fields);
  if ('field' in place) return { ok: false, ...place };
  return { ok: true, command: { type: 'account/connect', credential, place } };
}

/** The fields that the error is about; none where it is about the way there. */
export function refusedFields(
  { kind }: AppError,
  { credentialKind, placeKind }: Pick<ConnectFields, 'credentialKind' | 'placeKind'>,
): readonly ConnectField[] {
  const byAddress = placeKind === 'address';
  switch (kind) {
    case 'key-refused':
      return credentialKind === 'key' ? ['key'] : ['email', 'password'];
    case 'address-unclear':
      return ['address'];
    case 'organization-forbidden':
      return [byAddress ? 'address' : 'organizationId'];
    case 'workspace-not-found':
      return [byAddress ? 'address' : 'workspaceId'];
    default:
      return [];
  }
}
