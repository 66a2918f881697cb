import type { Credential, Place } from '#contract';
import { connectLabels as labels } from '../words/views/connect-words.ts';
import type { ConnectField, ConnectFields } from './connect-fields.ts';

type ShownField = {
  readonly name: ConnectField;
  readonly label: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly secret?: boolean;
  readonly numeric?: boolean;
};

/** Fields that are filled in together, and the other way to say the same. */
export type FieldGroup = {
  /** The first has the focus once it was switched to. */
  readonly fields: readonly [ShownField, ...ShownField[]];
  readonly isOneLine?: boolean;
  /** Of where it is found. */
  readonly picture?: 'key' | 'address';
  readonly otherWay: {
    readonly label: string;
    /** Not told before it is asked for. */
    readonly isRare?: boolean;
    readonly kind: Partial<Pick<ConnectFields, 'credentialKind' | 'placeKind'>>;
  };
};

export const credentialGroups: Readonly<Record<Credential['kind'], FieldGroup>> = {
  key: {
    fields: [{ name: 'key', label: labels.key, secret: true, hint: labels.keyHint }],
    picture: 'key',
    otherWay: {
      label: labels.usePassword,
      isRare: true,
      kind: { credentialKind: 'password' },
    },
  },
  password: {
    fields: [
      { name: 'email', label: labels.email },
      { name: 'password', label: labels.password, secret: true },
    ],
    otherWay: { label: labels.useKey, kind: { credentialKind: 'key' } },
  },
};

export const placeGroups: Readonly<Record<Place['kind'], FieldGroup>> = {
  address: {
    fields: [
      {
        name: 'address',
        label: labels.address,
        placeholder: labels.addressExample,
        hint: labels.addressHint,
      },
    ],
    picture: 'address',
    otherWay: { label: labels.useNumbers, kind: { placeKind: 'ids' } },
  },
  ids: {
    fields: [
      { name: 'organizationId', label: labels.organization, numeric: true },
      { name: 'workspaceId', label: labels.workspace, numeric: true },
    ],
    isOneLine: true,
    otherWay: { label: labels.useAddress, kind: { placeKind: 'address' } },
  },
};
