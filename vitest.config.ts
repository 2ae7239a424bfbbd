import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// A window keeps what it shows in its modules, and a test that replaces a module replaces it for all that share it.
// Where the growth of memory is watched, what another test has given back would hide it.
const alone = [
  'renderer/**/*.test.{ts,tsx}',
  'main/exchange/arrival/read-in-thread.test.ts',
  'main/exchange/export-thread/dying-thread.test.ts',
  'main/import/document-parser.test.ts',
]

export default defineConfig({
  test: {
    environment: 'node',
    benchmark: { include: ['{main,preload,renderer,db,cli}/**/*.bench.ts'] },
    passWithNoTests: false,
    // Properties run through many cases; on a busy machine they take long, and that is no fault of theirs.
    testTimeout: 30_000,
    // A thread that reads the sources as they are begins four times slower than one that reads a bundle of them.
    globalSetup: 'scripts/testing/bundle-threads.ts',
    alias: [
      {
        find: /^(\.\.?\/)+(db\/)?thread-file\.ts$/,
        replacement: join(import.meta.dirname, 'scripts/testing/bundled-thread.ts'),
      },
    ],
    // By itself it leaves a core to whoever watches, and half of a small machine stands still.
    maxWorkers: availableParallelism(),
    // With threads that come and go V8 now and then loses track of the pages of code that it guards by these keys, and
    // ends the process (“Check failed: jit_page.has_value()”, https://github.com/nodejs/node/issues/64500).
    execArgv: ['--no-memory-protection-keys'],
    // `npm test` counts the tests in a file, wherever it asks for one.
    reporters: process.env.REJOINDER_RESULTS ? ['default', 'json'] : ['default'],
    ...(process.env.REJOINDER_RESULTS && { outputFile: { json: process.env.REJOINDER_RESULTS } }),
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{main,preload,db,cli,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: alone,
          // They keep nothing in modules, and reading these anew for each file would take half of the time.
          isolate: false,
        },
      },
    ],
  },
})
