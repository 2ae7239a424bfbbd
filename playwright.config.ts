import { defineConfig } from '@playwright/test'

const results = process.env.REJOINDER_RESULTS

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Each test starts an Electron of its own, which takes most of two cores.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // `npm test` counts the tests in a file, wherever it asks for one.
  reporter: results ? [['list'], ['json', { outputFile: results }]] : 'list',
  // Pictures of every step would take a third of the time.
  use: { trace: { mode: 'retain-on-failure', screenshots: false } },
})
