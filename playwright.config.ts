import { defineConfig } from '@playwright/test'

const results = process.env.REJOINDER_RESULTS

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // A display for each: windows that share one take the focus from each other.
  workers: process.env.REJOINDER_DISPLAYS?.split(' ').length ?? 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Patience costs nothing where all goes well; paper and axe take long on a busy machine.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  // `npm test` counts the tests in a file, wherever it asks for one.
  reporter: results ? [['list'], ['json', { outputFile: results }]] : 'list',
  // Each step in words; the fixtures add a picture of a failure. The page at every step would take a sixth of the time.
  use: { trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false } },
})
