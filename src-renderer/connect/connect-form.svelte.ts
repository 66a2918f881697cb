import type { AccountView, AppError, Command } from '#contract';
import {
  type ConnectField,
  type ConnectFields,
  readConnectFields,
  refusedFields,
} from './connect-fields.ts';

type Typed = { -readonly [Field in keyof ConnectFields]: ConnectFields[Field] };
type Missing = { readonly field: ConnectField; readonly words: string };

/** What the connect view holds while a person fills it in. */
export type ConnectForm = {
  readonly fields: Typed;
  readonly inputs: Partial<Record<ConnectField, HTMLInputElement>>;
  /** The field to fill in before anything is sent. */
  readonly missing: Missing | undefined;
  readonly choose: (kind: Partial<Pick<Typed, 'credentialKind' | 'placeKind'>>) => void;
  /** The command that the fields make, or undefined: then `missing` says why, and has the focus. */
  readonly read: () => Command | undefined;
  readonly forgetSecrets: () => void;
  /** Whether the field keeps the account from being connected: it is empty, or was refused. */
  readonly isWrong: (field: ConnectField) => boolean;
  /** Marks what the error is about, and brings the focus there. */
  readonly refuse: (error: AppError | undefined) => void;
};

/** Starts from the place of the account that is to be connected again. */
export function createConnectForm(
  account: Extract<AccountView, { state: 'connected' }> | undefined,
): ConnectForm {
  const known = account?.kind === 'focus' ? account : undefined;
  const fields = $state<Typed>({
    credentialKind: 'key',
    key: '',
    email: '',
    password: '',
    placeKind: known === undefined ? 'address' : 'ids',
    address: '',
    organizationId: known === undefined ? '' : String(known.organizationId),
    workspaceId: known === undefined ? '' : String(known.workspaceId),
  });
  const inputs = $state<ConnectForm['inputs']>({});
  let missing = $state.raw<Missing>();
  let refused = $state.raw<readonly ConnectField[]>([]);
  return {
    fields,
    inputs,
    get missing() {
      return missing;
    },
    choose(kind) {
      Object.assign(fields, kind);
      missing = undefined;
      refused = [];
    },
    read() {
      const reading = readConnectFields(fields);
      missing = reading.ok ? undefined : reading;
      refused = [];
      if (reading.ok) return reading.command;
      inputs[reading.field]?.focus();
      return undefined;
    },
    isWrong: (field) => missing?.field === field || refused.includes(field),
    refuse(error) {
      refused = error === undefined ? [] : refusedFields(error, fields);
      const [first] = refused;
      if (first !== undefined) inputs[first]?.focus();
    },
    forgetSecrets() {
      fields.key = '';
      fields.password = '';
    },
  };
}
