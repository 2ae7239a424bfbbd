import { cpus } from 'node:os'
import { type App, startApp } from '../e2e/app.ts'
import { answersTable } from './answers/measure.ts'
import { copiesTable } from './copies/measure.ts'
import { measureDocuments } from './documents.ts'
import { type Figures, table } from './figures.ts'
import { formatsTable } from './formats/measure.ts'
import { measureImporting } from './importing.ts'
import { measureLargeProject } from './large-project/measure.ts'
import { measureLaunch } from './launch.ts'
import { longTextsTable, measureLongTexts } from './long-texts/measure.ts'
import { measureMainJob } from './main-job.ts'
import { measureSearch } from './search.ts'
import { measureViews } from './text-view/measure.ts'
import { benchTexts } from './texts.ts'
import { isTrial } from './trial.ts'

/**
 * Measures the built program in its real window: all of it, or the parts that are named. Quote medians and ratios of
 * one run; single times depend on the machine and on what else it does. `--trial` tries that they still measure.
 */
const parts = {
  launch: async () => table(await measureLaunch()),
  job: async () => {
    const texts = benchTexts()
    return `${texts.words}\n${table(await inApp((app) => measureMainJob(app, texts)))}`
  },
  reading: async () => longTextsTable(await inApp(measureLongTexts)),
  view: async () => table(await measureViews()),
  documents: async () => table(await inApp<Figures[]>(measureDocuments)),
  import: async () => table(await inApp(measureImporting)),
  answers: answersTable,
  copies: copiesTable,
  formats: () => formatsTable(),
  'formats-whole': () => formatsTable({ isWhole: true }),
  search: async () => {
    const { words, rows } = await inApp(measureSearch)
    return `${words}\n${table(rows)}`
  },
  project: async () => {
    const { words, rows } = await inApp(measureLargeProject)
    return `${words}\n${table(rows)}`
  },
}

type Part = keyof typeof parts
/** Those that are measured only where they are named: each says no more than another, and takes long. */
const onlyNamed: readonly Part[] = ['formats-whole']
/** Those that have a small size, in a trial where none is named. */
const tried: readonly Part[] = ['job', 'reading', 'documents', 'import', 'answers', 'search', 'project']

async function inApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  const app = await startApp()
  try {
    return await work(app)
  } finally {
    await app.leave()
  }
}

const named = process.argv.slice(2).filter((argument) => argument !== '--trial')
const unknown = named.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const usual = Object.keys(parts).filter((name) => !(onlyNamed as readonly string[]).includes(name))
const asked: readonly string[] = named.length > 0 ? named : isTrial ? tried : usual
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
for (const [name, measured] of Object.entries(parts)) {
  if (asked.includes(name)) console.log(`\n${name}: ${await measured()}`)
}
