import { cpus } from 'node:os'
import { startApp } from '../e2e/app.ts'
import { table } from './figures.ts'
import { measureLaunch } from './launch.ts'
import { measureMainJob } from './main-job.ts'
import { benchTexts } from './texts.ts'

/**
 * Measures the built program in its real window. Quote medians and ratios of one run; single times depend on the
 * machine and on what else it does.
 */
const texts = benchTexts()
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; ${texts.words}\n`)

const launch = await measureLaunch()
const app = await startApp()
const job = await measureMainJob(app, texts)
await app.leave()

console.log(table([...launch, ...job]))
