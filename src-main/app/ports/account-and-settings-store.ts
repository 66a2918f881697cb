import type {
  GapsFrom,
  Instant,
  LeftClick,
  LengthStyle,
  Look,
  TagView,
  WorkingHours,
} from '#contract';
import type { FocusSettings } from '../../domain/focus-types.ts';
import type { QuotaRecord } from '../../domain/sync/quota.ts';
import type { AccountId } from './account-id.ts';

export type Account = {
  readonly kind: 'focus' | 'demo';
  /** Where the API was when it was connected, unless that is Toggl's own host. */
  readonly otherHost?: string | undefined;
  readonly organizationId: number;
  readonly workspaceId: number;
  readonly connectedAt: Instant;
  /** Whether the keychain took the secret; if not, whatever it holds is not this account's. */
  readonly secretKept: boolean;
};

export type Settings = Look & {
  readonly leftClick: LeftClick;
  /** In minutes. */
  readonly gapsFrom: GapsFrom;
  /** Without input a person is away after so many minutes; 0: never. */
  readonly awayMinutes: number;
  readonly goalMinutes?: number | undefined;
  readonly workingHours?: WorkingHours | undefined;
  /** Undefined: as the account has it. */
  readonly lengths?: LengthStyle | undefined;
};

export type FocusSettingsCache = FocusSettings & { readonly readAt: Instant };

export type KeptTags = { readonly tags: readonly TagView[]; readonly readAt: Instant };

/** Small documents, of this installation or of an account. */
export type AccountAndSettingsStore = {
  /** The account that was connected last at Toggl's own host or at another one. */
  account(otherHost?: string): Account | undefined;
  setAccount(account: Account): void;
  forgetAccount(otherHost?: string): void;
  settings(): Settings;
  /** What is left out stays as it is. */
  setSettings(chosen: Partial<Settings>): void;
  quota(account: AccountId): QuotaRecord | undefined;
  setQuota(account: AccountId, quota: QuotaRecord | undefined): void;
  /** As last read from Toggl Focus. */
  focusSettings(account: AccountId): FocusSettingsCache | undefined;
  setFocusSettings(account: AccountId, settings: FocusSettingsCache): void;
  /** The workspace's tags as last read. */
  tags(account: AccountId): KeptTags | undefined;
  setTags(account: AccountId, tags: KeptTags): void;
  workspaceName(account: AccountId): string | undefined;
  setWorkspaceName(account: AccountId, name: string): void;
};
