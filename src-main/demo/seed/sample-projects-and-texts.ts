/** Whom and what the person of the demo account works for. Colours carry white text at AA contrast. */

export const CLIENTS = [
  { id: 610_001, name: 'Northwind Optics' },
  { id: 610_002, name: 'Harbour Library' },
] as const;

export const STATUSES = [
  { id: 620_001, name: 'Todo', emoji: '📋', type: 'todo', position: 1 },
  { id: 620_002, name: 'In progress', emoji: '🔨', type: 'in_progress', position: 2 },
  { id: 620_003, name: 'Blocked', emoji: '⛔', type: 'blocked', position: 3 },
  { id: 620_004, name: 'Done', emoji: '✅', type: 'done', position: 4 },
] as const;

export const TAGS = [
  { id: 630_001, name: 'deep work', color: '#6d28d9' },
  { id: 630_002, name: 'meeting', color: '#b45309' },
  { id: 630_003, name: 'support', color: '#be123c' },
  { id: 630_004, name: 'writing', color: '#1d4ed8' },
] as const;

type TagName = (typeof TAGS)[number]['name'];
type SeedTask = readonly [
  name: string,
  status: (typeof STATUSES)[number]['name'],
  ...tags: TagName[],
];
type SeedProject = {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly clientId: number | undefined;
  readonly tasks: readonly SeedTask[];
};

export const PROJECTS: readonly SeedProject[] = [
  {
    id: 640_001,
    name: 'Platform',
    color: '#7c3aed',
    clientId: 610_001,
    tasks: [
      ['Review pull requests', 'In progress', 'deep work'],
      ['Support rotation', 'In progress', 'support'],
      ['Upgrade the build image', 'Todo'],
      ['Tidy up feature flags', 'Todo'],
      ['Trace slow sign-ins', 'In progress', 'deep work'],
      ['Rotate service certificates', 'Blocked'],
      ['Retire the old queue', 'Todo', 'deep work'],
      ['Write the incident report', 'Done', 'writing'],
      ['Alert on failed backups', 'Done'],
    ],
  },
  {
    id: 640_002,
    name: 'Orion',
    color: '#0f766e',
    clientId: 610_001,
    tasks: [
      ['Migration dry run', 'In progress', 'deep work'],
      ['Schema work', 'In progress', 'deep work'],
      ['Import lens catalogue', 'Todo'],
      ['Map legacy order numbers', 'In progress'],
      ['Check totals against the old system', 'Todo', 'deep work'],
      ['Rollback plan', 'Todo', 'writing'],
      ['Train the first branch', 'Blocked', 'meeting'],
      ['Data protection review', 'Done', 'writing'],
      ['Estimate phase two', 'Todo'],
    ],
  },
  {
    id: 640_003,
    name: 'Meetings',
    color: '#b45309',
    clientId: undefined,
    tasks: [
      ['Sprint planning with the data team', 'In progress', 'meeting'],
      ['Daily stand-up', 'In progress', 'meeting'],
      ['One-on-ones', 'In progress', 'meeting'],
      ['Retrospective', 'In progress', 'meeting'],
      ['Architecture round', 'In progress', 'meeting'],
      ['Hiring interviews', 'Todo', 'meeting'],
    ],
  },
  {
    id: 640_004,
    name: 'Reading Room',
    color: '#1d4ed8',
    clientId: 610_002,
    tasks: [
      ['Seat booking prototype', 'In progress', 'deep work'],
      ['Accessibility pass on the catalogue', 'In progress', 'deep work'],
      ['Opening hours widget', 'Done'],
      ['Self-checkout screens', 'Todo', 'deep work'],
      ['Übersetzung der Suchmaske', 'Todo', 'writing'],
      ['Printer queue for visitors', 'Blocked', 'support'],
      ['Newsletter sign-up', 'Todo'],
      ['Usage report for the board', 'Todo', 'writing'],
    ],
  },
  {
    id: 640_005,
    name: 'Housekeeping',
    color: '#be185d',
    clientId: undefined,
    tasks: [
      ['E-mail and messages', 'In progress'],
      ['Expenses', 'Todo'],
      ['Plan the week', 'In progress', 'writing'],
      ['Learn Rust, chapter by chapter', 'In progress', 'deep work'],
      ['Tidy the wiki', 'Todo', 'writing'],
      ['Mentoring', 'In progress', 'meeting'],
      ['Prepare the meetup talk', 'Todo', 'writing'],
      ['Annual security training', 'Done'],
    ],
  },
];

/** What a person types beside a task, or instead of one. */
export const DESCRIPTIONS = [
  'second rehearsal with the real dump',
  'notes from the call',
  'pairing with Noor',
  'first draft',
  'follow-up from yesterday',
  'went through open questions',
] as const;

export const TASKLESS = [
  'Quick call with the landlord',
  'Helped at the front desk',
  'Inbox',
] as const;

/** What a person keeps at hand. */
export const PINNED: readonly string[] = ['Daily stand-up', 'E-mail and messages'];
