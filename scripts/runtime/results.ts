import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { JSONReport, JSONReportSpec, JSONReportSuite } from '@playwright/test/reporter'
import type { JsonTestResults } from 'vitest/node'
import { projectFolder } from './places.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** What a run of tests wrote of itself. */
export interface Results {
  counts: Counts
  /** Each with its place, its title and the beginning of what it says. */
  failures: string[]
}

/** In lines. A failed expectation shows the two values and the place in so many. */
const longestFailure = 40

/** Reads what vitest wrote. Undefined where it did not come so far. */
export function readUnit(file: string): Results | undefined {
  const results = readJson<JsonTestResults>(file)
  if (!results) return undefined
  return {
    counts: {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      skipped: results.numPendingTests + results.numTodoTests,
    },
    failures: results.testResults.flatMap((suite) => {
      const failed = suite.assertionResults.filter((each) => each.status === 'failed')
      const place = relative(projectFolder, suite.name)
      if (failed.length === 0 && suite.status === 'failed') return [failure(place, '', [suite.message])]
      return failed.map((each) => failure(place, each.fullName, each.failureMessages ?? []))
    }),
  }
}

/** Reads what Playwright wrote. Undefined where it did not come so far. */
export function readE2e(file: string): Results | undefined {
  const results = readJson<JSONReport>(file)
  if (!results) return undefined
  const { expected, flaky, unexpected, skipped } = results.stats
  return {
    counts: { passed: expected + flaky, failed: unexpected, skipped },
    failures: [
      ...results.errors.map((each) => failure('', '', [each.message ?? ''])),
      ...results.suites.flatMap(specsOf).flatMap(failureOf),
    ],
  }
}

export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

const specsOf = ({ specs, suites = [] }: JSONReportSuite): JSONReportSpec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
]

function failureOf({ ok, file, line, title, tests }: JSONReportSpec): string[] {
  if (ok) return []
  const last = tests.at(-1)?.results.at(-1)
  const messages = (last?.errors ?? []).map((each) => each.message ?? '')
  return [failure(`${file}:${line}`, title, messages.length > 0 ? messages : [last?.status ?? 'not run'])]
}

function failure(place: string, title: string, messages: string[]): string {
  const lines = stripVTControlCharacters(messages.join('\n')).split('\n').filter(isOurs)
  const head = [place, title].filter(Boolean).join(' › ')
  return [head, ...lines.slice(0, longestFailure)].join('\n    ')
}

/** Not a step of the stack through somebody else's code. */
const isOurs = (line: string) => !/^\s+at .*(node_modules|<anonymous>)/.test(line)

function readJson<Shape>(file: string): Shape | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
