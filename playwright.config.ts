import { defineConfig } from '@playwright/test'

const results = process.env.REJOINDER_RESULTS

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // As many stories at a time as there are screens, since a screen has one keyboard focus (e2e/app.ts).
  workers: process.env.REJOINDER_DISPLAYS?.split(' ').length ?? 1,
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
