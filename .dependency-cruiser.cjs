/** The arrows of the house: contract <- domain <- app <- adapters, desktop -> app and contract, compose -> everything. */
const within = (from, allowed, comment) => ({
  name: `${from.replace(/\W+/g, '-')}-reaches-out`,
  comment,
  severity: 'error',
  from: { path: `^src-main/${from}/` },
  to: { path: '^src-(main|renderer)/', pathNot: `^src-main/(${allowed.join('|')})/` },
});

/**
 * Rooms of one floor from below to above; names on one line are beside each other. A room knows those below it, never one beside
 * or above it: whoever reads a room need not know what uses it.
 */
const order = (floor, rows, comment) =>
  rows.flatMap((row, index) =>
    row.flatMap((room) => {
      const others = [...row.filter((beside) => beside !== room), ...rows.slice(index + 1).flat()];
      const path = [
        ...(others.length > 0 ? [`^${floor}/(${others.join('|')})/`] : []),
        // The files of the floor itself put rooms together, but in domain, where all share them.
        ...(floor === 'src-main/domain' ? [] : [`^${floor}/[^/]+$`]),
      ];
      const name = `${floor.replace(/\W+/g, '-')}-${room}-looks-up`;
      const from = { path: `^${floor}/${room}/` };
      return path.length === 0 ? [] : [{ name, comment, severity: 'error', from, to: { path } }];
    }),
  );

const APP = [
  ['ports'],
  ['state'],
  ['requests', 'entries'],
  ['tasks'],
  ['read', 'account', 'edit'],
  ['sync', 'view'],
];
const DOMAIN = [
  ['sync', 'timer', 'account', 'locale', 'search'],
  ['day', 'export'],
  ['reconcile'],
  ['edit'],
];
const POPUP = [
  ['lists'],
  ['time'],
  ['typed', 'state'],
  ['words'],
  ['ui'],
  ['navigation', 'timeline', 'task-picker'],
  ['status'],
  ['plan', 'entry', 'connect', 'settings'],
  ['day', 'timer', 'find'],
  ['week'],
  ['shell'],
];

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circle-between-folders',
      comment:
        'Of two folders that know each other neither can be read alone: what both use gets a place below.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    ...order(
      'src-main/app',
      APP,
      'Ports, what this run knows, what stands before every request, the one writer, then what reads, sends, edits and shows.',
    ),
    ...order(
      'src-main/domain',
      DOMAIN,
      'What an entry is for the server and in the day comes before what both sides, or a person, make of it.',
    ),
    {
      name: 'domain-root-knows-no-room',
      comment: 'The root of domain is what all its rooms share.',
      severity: 'error',
      from: { path: '^src-main/domain/[^/]+$' },
      to: { path: '^src-main/domain/[^/]+/' },
    },
    ...order(
      'src-renderer',
      POPUP,
      'What knows no time entries, what is said of them, one entry, a day, then the views and what holds them.',
    ),
    {
      name: 'contract-imports-nothing',
      severity: 'error',
      from: { path: '^src-main/contract/' },
      to: { pathNot: '^src-main/contract/' },
    },
    within('domain', ['domain', 'contract'], 'Decisions know values only.'),
    within('app', ['app', 'domain', 'contract'], 'The shell knows ports, not adapters.'),
    within('desktop', ['desktop', 'app', 'contract'], 'The desktop knows the facade of the core.'),
    within('preload', ['preload', 'contract'], 'The preload script is a door, not a room.'),
    within('demo', ['demo', 'contract'], 'The embedded Toggl Focus is a server of its own.'),
    within('adapters', ['adapters', 'app', 'domain', 'contract'], 'Adapters serve ports.'),
    {
      name: 'adapters-know-no-other-adapter',
      severity: 'error',
      from: { path: '^src-main/adapters/([^/]+)/' },
      to: { path: '^src-main/adapters/([^/]+)/', pathNot: '^src-main/adapters/$1/' },
    },
    {
      name: 'desktop-knows-only-the-facade',
      comment:
        'And, of the ports, what a page may say: it is parsed where it comes in, and again where it comes from disk.',
      severity: 'error',
      from: { path: '^src-main/desktop/' },
      to: {
        path: '^src-main/app/',
        pathNot:
          '^src-main/app/(stint\\.ts|ports/(ports|opening-failure|draft-shape|page-input-limits)\\.ts)$',
      },
    },
    {
      name: 'core-is-free-of-electron',
      severity: 'error',
      from: { path: '^src-main/(contract|domain|app|demo)/' },
      to: { path: 'electron' },
    },
    {
      name: 'renderer-sees-only-the-contract',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/', pathNot: '^src-main/contract/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-code-in-the-app',
      severity: 'error',
      from: { path: '^src-' },
      to: { path: '^(test|scripts)/' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src-main/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'node', 'default'],
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.json'],
    },
  },
};
