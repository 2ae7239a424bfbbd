import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{main,preload,renderer,db,cli,scripts,bench}/**/*.test.{ts,tsx}'],
    benchmark: { include: ['{main,preload,renderer,db,cli}/**/*.bench.ts'] },
    passWithNoTests: false,
    // Properties run through many cases; on a busy machine they take long, and that is no fault of theirs.
    testTimeout: 30_000,
    // By itself it leaves a core to whoever watches, and half of a small machine stands still.
    maxWorkers: availableParallelism(),
    // `npm test` counts the tests in a file, wherever it asks for one.
    reporters: process.env.REJOINDER_RESULTS ? ['default', 'json'] : ['default'],
    ...(process.env.REJOINDER_RESULTS && { outputFile: { json: process.env.REJOINDER_RESULTS } }),
  },
})
