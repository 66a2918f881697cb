import { z } from 'zod';
import { GAPS_FROM_CHOICES, MOST_GOAL_MINUTES, type Instant, type Seconds } from '#contract';
import { GAPS_FROM_UNLESS_CHOSEN } from '../../../app/ports/gaps-from-unless-chosen.ts';
import { LEFT_CLICK_UNLESS_CHOSEN } from '../../../app/ports/left-click-unless-chosen.ts';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { parsed } from '../database/json-column.ts';
import { storedDraftShape } from '../rows/stored-draft-shape.ts';

type MetaStore = Pick<
  Store,
  | 'account'
  | 'setAccount'
  | 'forgetAccount'
  | 'settings'
  | 'setSettings'
  | 'quota'
  | 'setQuota'
  | 'focusSettings'
  | 'setFocusSettings'
  | 'draft'
  | 'setDraft'
>;

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
  leftClick: z.enum(['popup', 'toggle']).default(LEFT_CLICK_UNLESS_CHOSEN),
  gapsFrom: z.literal(GAPS_FROM_CHOICES).default(GAPS_FROM_UNLESS_CHOSEN),
  workingHours: z.object({ from: minuteOfDay, to: minuteOfDay }).optional(),
  goalMinutes: z.int().positive().max(MOST_GOAL_MINUTES).optional(),
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
  })
  .partial()
  .extend({ readAt: instant })
  .transform(({ currentWorkspaceId, timezone, weekStartsOn, timeFormat, dateFormat, readAt }) => ({
    currentWorkspaceId,
    timezone,
    weekStartsOn,
    timeFormat,
    dateFormat,
    readAt,
  }));

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
    draft: (account) => read(`draft ${account}`, storedDraftShape),
    setDraft: (account, draft) => write(`draft ${account}`, draft),
  };
}
