import { defineConfig } from '@playwright/test'

const results = process.env.REJOINDER_RESULTS

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // One story at a time: its Electron takes most of two cores, and two at once wait for each other.
  workers: 1,
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
