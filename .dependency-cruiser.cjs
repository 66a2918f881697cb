/** The arrows of the house: contract <- domain <- app <- adapters, desktop -> app and contract, compose -> everything. */
const within = (from, allowed, comment) => ({
  name: `${from.replace(/\W+/g, '-')}-reaches-out`,
  comment,
  severity: 'error',
  from: { path: `^src-main/${from}/` },
  to: { path: '^src-(main|renderer)/', pathNot: `^src-main/(${allowed.join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
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
      severity: 'error',
      from: { path: '^src-main/desktop/' },
      to: { path: '^src-main/app/', pathNot: '^src-main/app/(stint|ports)\\.ts$' },
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
