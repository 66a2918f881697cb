import { Damage } from './database-failures.ts';

/**
 * The database of one installation. Instants are milliseconds, durations seconds; `task` is a
 * TaskView as JSON, kept with the entry so that it still has a name when the task is gone.
 */
const FIRST = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE session (
  account TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  task TEXT,
  description TEXT
) STRICT;

CREATE TABLE entries (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('stint', 'server')),
  start_at INTEGER NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  type TEXT NOT NULL CHECK (type IN ('activity', 'break')),
  task TEXT,
  description TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unknown', 'delivered', 'rejected')),
  since_at INTEGER,
  server_id INTEGER,
  status INTEGER,
  reason TEXT
) STRICT;
CREATE INDEX entries_by_start ON entries (account, start_at, seconds);
CREATE UNIQUE INDEX own_starts ON entries (account, start_at) WHERE origin = 'stint';
CREATE INDEX undelivered ON entries (account, state, start_at) WHERE state <> 'delivered';

CREATE TABLE tasks (
  account TEXT NOT NULL,
  id INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recents (
  account TEXT NOT NULL,
  task_id INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  task TEXT NOT NULL,
  PRIMARY KEY (account, task_id)
) STRICT, WITHOUT ROWID;
`;

/** Changes of entries in every state of delivery. Each index is for one question that must not scan. */
const CHANGES = `
ALTER TABLE entries ADD COLUMN presence TEXT NOT NULL DEFAULT 'kept'
  CHECK (presence IN ('kept', 'removing', 'removed', 'restoring'));
-- Values as JSON, where they differ from the row's.
ALTER TABLE entries ADD COLUMN sent TEXT;
-- 1 while the server has to be told of a change.
ALTER TABLE entries ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;

-- With the presence in it, what waits is counted without reading the entries themselves.
DROP INDEX undelivered;
CREATE INDEX undelivered ON entries (account, state, start_at, presence)
  WHERE state <> 'delivered';
CREATE INDEX changes ON entries (account, start_at) WHERE changed = 1;
CREATE INDEX refusals ON entries (account) WHERE status IS NOT NULL;
CREATE INDEX removals ON entries (presence) WHERE presence = 'removed';
CREATE INDEX sendings ON entries (state) WHERE state = 'sending';
CREATE INDEX server_ids ON entries (account, server_id) WHERE server_id IS NOT NULL;
CREATE INDEX sent_starts ON entries (account, json_extract(sent, '$.startAt'))
  WHERE sent IS NOT NULL;
`;

/** What a person's review of the day needs: the archive, plans, favourites, and when what was read. */
const REVIEW = `
ALTER TABLE entries ADD COLUMN shelf TEXT NOT NULL DEFAULT 'none'
  CHECK (shelf IN ('none', 'archiving', 'archived', 'unarchiving'));
ALTER TABLE entries ADD COLUMN time_block_id INTEGER;
ALTER TABLE session ADD COLUMN time_block_id INTEGER;

-- What is gone for good leaves its second to others; taken back, it finds another one.
DROP INDEX own_starts;
-- What Toggl Focus knows by an id can be moved there to any second.
CREATE UNIQUE INDEX own_starts ON entries (account, start_at)
  WHERE origin = 'stint' AND presence <> 'removed' AND server_id IS NULL;
-- Lists are counted, summed up and skipped through without reading the entries themselves.
DROP INDEX entries_by_start;
CREATE INDEX entries_by_start ON entries (account, start_at, seconds, presence, type);
CREATE INDEX entries_by_task
  ON entries (account, json_extract(task, '$.id'), start_at, seconds, presence, type)
  WHERE task IS NOT NULL;
CREATE INDEX entries_by_block ON entries (account, time_block_id) WHERE time_block_id IS NOT NULL;
CREATE INDEX pinned_tasks ON tasks (account, json_extract(value, '$.pinned'));

-- Time blocks, and entries without a start: never counted. Those of a range are replaced together.
CREATE TABLE plans (
  account TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('block', 'entry')),
  id INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  task TEXT,
  description TEXT,
  PRIMARY KEY (account, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plans_by_start ON plans (account, start_at);

-- With rowids, and so with records that can be recovered one by one: nobody else knows them.
CREATE TABLE pins (
  account TEXT NOT NULL,
  task_id INTEGER NOT NULL,
  pinned_at INTEGER NOT NULL,
  task TEXT NOT NULL,
  PRIMARY KEY (account, task_id)
) STRICT;

CREATE TABLE readings (
  account TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (account, from_at, to_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_by_time ON readings (account, read_at);
DELETE FROM meta WHERE key LIKE 'day-read %';
`;

/** Rows that could not be read, with all their values as JSON: nothing is thrown away. */
const UNREADABLE = `
CREATE TABLE unreadable (
  source TEXT NOT NULL,
  record TEXT NOT NULL,
  put_aside_at INTEGER NOT NULL
) STRICT;
`;

/** What was given up and may be carried out late, and when to look for it. */
const LATE = `
ALTER TABLE entries ADD COLUMN sent_at INTEGER;
ALTER TABLE entries ADD COLUMN late TEXT;
ALTER TABLE entries ADD COLUMN look_at INTEGER;
CREATE INDEX late_entries ON entries (account) WHERE late IS NOT NULL;
CREATE INDEX looks ON entries (account, look_at) WHERE look_at IS NOT NULL;
-- What the server has under an id that nobody has told.
CREATE INDEX nameless ON entries (account, start_at)
  WHERE state = 'delivered' AND server_id IS NULL;
`;

/** What is known of a delivery besides, as JSON: the deed that was refused, or entries that may be it. */
const DELIVERY_FACTS = `
ALTER TABLE entries ADD COLUMN delivery_facts TEXT;
`;

/** Tasks by their status, which is named without reading the tasks themselves. */
const STATUSES = `
CREATE INDEX tasks_by_status ON tasks
  (account, json_extract(value, '$.statusId'), json_extract(value, '$.statusName'));
`;

/** 0 or 1; null while nobody has told. */
const BILLABLE = `
ALTER TABLE entries ADD COLUMN billable INTEGER;
`;

/** TagViews as JSON; null where the entry has those of its task, or nobody has told. */
const TAGS = `
ALTER TABLE entries ADD COLUMN tags TEXT;
`;

/** The step at `n` leads from `user_version` n to n + 1. A released step is never changed. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  CHANGES,
  REVIEW,
  UNREADABLE,
  LATE,
  DELIVERY_FACTS,
  STATUSES,
  BILLABLE,
  TAGS,
];

const SCHEMA_VERSION = MIGRATIONS.length;

/** No Stint will have had so many; a higher version is a broken header. */
const HIGHEST_VERSION = 1000;

/** What brings data of an earlier version up to date, in one commit. Throws for data of a later version, which are left as they are. */
export function migrationFrom(version: number): string | undefined {
  if (version < 0 || version > HIGHEST_VERSION) throw new Damage(`version ${version}`);
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `the data is from a newer Stint (${version}, this one knows ${SCHEMA_VERSION})`,
    );
  }
  if (version === SCHEMA_VERSION) return undefined;
  const steps = MIGRATIONS.slice(version).join('');
  return `BEGIN IMMEDIATE; ${steps} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`;
}
