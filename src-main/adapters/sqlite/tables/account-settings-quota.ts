import { z } from 'zod';
import {
  AWAY_MINUTES,
  GAPS_FROM_CHOICES,
  LENGTH_STYLES,
  MOST_GOAL_MINUTES,
  POPUP_HEIGHTS,
  TEXT_SIZES,
  THEMES,
  type Instant,
  type Seconds,
} from '#contract';
import { SETTINGS_UNLESS_CHOSEN } from '../../../app/ports/settings-unless-chosen.ts';
import type { AccountAndSettingsStore } from '../../../app/ports/account-and-settings-store.ts';
import type { AwayStore } from '../../../app/ports/away/away-store.ts';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { parsed } from '../database/json-column.ts';
import { aliveShape, questionsShape } from '../rows/away-shapes.ts';
import { storedDraftShape } from '../rows/stored-draft-shape.ts';

type MetaStore = AccountAndSettingsStore & AwayStore & Pick<Store, 'draft' | 'setDraft'>;

const instant = z.number().transform((value) => value as Instant);

const accountShape = z.object({
  kind: z.enum(['focus', 'demo']),
  otherHost: z.string().optional(),
  organizationId: z.int().positive(),
  workspaceId: z.int().positive(),
  connectedAt: instant,
  secretKept: z.boolean().default(true),
});

const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60);

const settingsShape = z.object({
  leftClick: z.enum(['popup', 'toggle']).default(SETTINGS_UNLESS_CHOSEN.leftClick),
  gapsFrom: z.literal(GAPS_FROM_CHOICES).default(SETTINGS_UNLESS_CHOSEN.gapsFrom),
  awayMinutes: z
    .int()
    .min(AWAY_MINUTES.off)
    .max(AWAY_MINUTES.most)
    .default(SETTINGS_UNLESS_CHOSEN.awayMinutes),
  workingHours: z.object({ from: minuteOfDay, to: minuteOfDay }).optional(),
  goalMinutes: z.int().positive().max(MOST_GOAL_MINUTES).optional(),
  theme: z.enum(THEMES).default(SETTINGS_UNLESS_CHOSEN.theme),
  textSize: z.literal(TEXT_SIZES).default(SETTINGS_UNLESS_CHOSEN.textSize),
  popupHeight: z
    .int()
    .min(POPUP_HEIGHTS.least)
    .max(POPUP_HEIGHTS.most)
    .default(SETTINGS_UNLESS_CHOSEN.popupHeight),
  lengths: z.enum(LENGTH_STYLES).optional(),
});

const quotaShape = z.object({
  remaining: z.int(),
  resetsIn: z.number().transform((value) => value as Seconds),
  at: instant,
  most: z.int().optional(),
});

const focusSettingsShape = z
  .object({
    currentWorkspaceId: z.int(),
    timezone: z.string(),
    weekStartsOn: z.int().min(0).max(6),
    timeFormat: z.enum(['12h', '24h']),
    dateFormat: z.enum(['US', 'EU', 'ISO']),
    durationFormat: z.enum(LENGTH_STYLES),
  })
  .partial()
  .extend({ readAt: instant })
  .transform((kept) => ({
    currentWorkspaceId: kept.currentWorkspaceId,
    timezone: kept.timezone,
    weekStartsOn: kept.weekStartsOn,
    timeFormat: kept.timeFormat,
    dateFormat: kept.dateFormat,
    durationFormat: kept.durationFormat,
    readAt: kept.readAt,
  }));

const tagsShape = z.object({
  tags: z.array(z.object({ id: z.int().positive(), name: z.string() })),
  readAt: instant,
});

/** What earlier versions kept is an account at Toggl's own host, and stays one. */
const accountKey = (otherHost: string | undefined) =>
  otherHost === undefined ? 'account' : `account ${otherHost}`;

/** Small documents under a key each. An unreadable one counts as absent rather than stopping the app. */
export function createMetaStore(db: Database): MetaStore {
  function read<T>(key: string, shape: z.ZodType<T>): T | undefined {
    const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
    if (row === undefined) return undefined;
    const result = shape.safeParse(parsed(row['value']));
    return result.success ? result.data : undefined;
  }
  function write(key: string, value: unknown): void {
    if (value === undefined) db.prepare('DELETE FROM meta WHERE key = ?').run(key);
    else {
      db.prepare(
        'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ).run(key, JSON.stringify(value));
    }
  }
  const settings = () => read('settings', settingsShape) ?? settingsShape.parse({});
  return {
    account: (otherHost) => read(accountKey(otherHost), accountShape),
    setAccount: (account) => write(accountKey(account.otherHost), account),
    forgetAccount: (otherHost) => write(accountKey(otherHost), undefined),
    settings,
    setSettings: (chosen) => write('settings', { ...settings(), ...chosen }),
    quota: (account) => read(`quota ${account}`, quotaShape),
    setQuota: (account, quota) => write(`quota ${account}`, quota),
    focusSettings: (account) => read(`focus-settings ${account}`, focusSettingsShape),
    setFocusSettings: (account, settings) => write(`focus-settings ${account}`, settings),
    tags: (account) => read(`tags ${account}`, tagsShape),
    setTags: (account, tags) => write(`tags ${account}`, tags),
    workspaceName: (account) => read(`workspace-name ${account}`, z.string()),
    setWorkspaceName: (account, name) => write(`workspace-name ${account}`, name),
    alive: (account) => read(`alive ${account}`, aliveShape),
    setAlive: (account, alive) => write(`alive ${account}`, alive),
    awayQuestions: (account) => read(`away ${account}`, questionsShape) ?? [],
    setAwayQuestions: (account, questions) =>
      write(`away ${account}`, questions.length === 0 ? undefined : questions),
    draft: (account) => read(`draft ${account}`, storedDraftShape),
    setDraft: (account, draft) => write(`draft ${account}`, draft),
  };
}
