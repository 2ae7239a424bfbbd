// Who may import whom, types included. A rule's name and comment are what a person sees who breaks it.

const own = '^(main|preload|renderer|db|cli|scripts|e2e|bench)/'
const tests = '([.](test|bench)[.]tsx?$|/testing/|-arbitrary[.]ts$)'

/** Any file of this project outside these folders. */
const ownOutside = (folders) => ({ path: own, pathNot: `^(${folders})/` })

/** Libraries and their types, by where they are found or, when they are not, by how they were written. */
const library = (names) => `(^|node_modules/)(@types/)?(${names})(/|$)`

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one file, or hide a third.',
      {},
      { circular: true },
    ),
    rule(
      'imports-are-found',
      'An import that cannot be followed cannot be checked either.',
      {},
      { couldNotResolve: true, path: '^[.]' },
    ),
    rule(
      'contract-imports-zod-only',
      'The contract is the shape of the border and is loaded on both sides.',
      { path: '^preload/contract/', pathNot: tests },
      { pathNot: ['^preload/contract/', library('zod')] },
    ),
    rule(
      'preload-imports-contract-and-electron-only',
      'The bridge passes calls on; everything else belongs to one of its ends.',
      { path: '^preload/', pathNot: ['^preload/contract/', tests] },
      { pathNot: ['^preload/', library('electron')] },
    ),
    rule(
      'db-imports-contract-and-sqlite-only',
      'A project file can be read and written without a window, a screen or a file format.',
      { path: '^db/', pathNot: tests },
      {
        pathNot: ['^(db|preload/contract)/', library('better-sqlite3'), library('zod')],
        dependencyTypesNot: ['core'],
      },
    ),
    rule(
      'db-tests-import-nothing-above',
      'What a test of the database needs from above belongs below.',
      { path: `^db/.*${tests}` },
      ownOutside('db|preload/contract'),
    ),
    rule(
      'main-imports-contract-and-db-only',
      'The main process does not know what its callers look like; only its first file starts them.',
      { path: '^main/', pathNot: '^main/index[.]ts$' },
      ownOutside('main|db|preload/contract'),
    ),
    rule(
      'main-starts-the-command-line',
      'The first file opens a window or answers a command; it needs nothing else from outside.',
      { path: '^main/index[.]ts$' },
      ownOutside('main|db|preload/contract|cli'),
    ),
    rule(
      'libraries-of-main-are-dependencies',
      'What main, db and cli load is named under "dependencies"; Vite puts the rest into the renderer.',
      { path: '^(main|db|cli)/', pathNot: tests },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: library('electron'),
      },
    ),
    rule(
      'cli-imports-main-db-contract-only',
      'The command line calls the same handlers as a window.',
      { path: '^cli/' },
      ownOutside('cli|main|db|preload/contract'),
    ),
    rule(
      'cli-needs-no-electron',
      'The command line runs on Node alone: nothing it reaches may import electron.',
      { path: '^cli/' },
      { path: ['^main/index[.]ts$', library('electron')], reachable: true },
    ),
    rule(
      'electron-in-main-and-preload-only',
      'Everything else works without a window.',
      { pathNot: ['^(main|preload|e2e|bench)/', '^scripts/runtime/default-app/'] },
      { path: library('electron') },
    ),
    rule(
      'renderer-imports-contract-only',
      'The renderer is a web page: it mirrors and requests.',
      { path: '^renderer/', pathNot: ['^renderer/ui/', tests] },
      ownOutside('renderer|preload/contract'),
    ),
    rule(
      'renderer-has-no-node',
      'The renderer is a web page: what it needs from the machine it asks for.',
      { path: '^renderer/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'renderer-has-no-database',
      'The main process is the only door to the database.',
      { path: '^renderer/', pathNot: tests },
      { path: library('better-sqlite3') },
    ),
    rule(
      'ui-imports-react-only',
      'Buttons and lists know nothing of the application; they could be anybody’s.',
      { path: '^renderer/ui/', pathNot: tests },
      {
        pathNot: [
          '^renderer/ui/',
          library('react|react-dom|react-aria|react-aria-components|react-stately|lucide-react'),
        ],
      },
    ),
    rule(
      'product-knows-no-tests',
      'What only tests need stays with the tests.',
      { path: '^(main|preload|renderer|db|cli)/', pathNot: tests },
      { path: `${own}.*${tests}` },
    ),
    rule(
      'product-knows-no-scripts',
      'The application does not know how it is built, started and tested.',
      { path: '^(main|preload|renderer|db|cli)/' },
      { path: ['^(scripts|e2e|bench)/', library('@playwright|playwright-core')] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
