import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { needsVirtualDisplay } from '../runtime/display.ts'
import { prepareElectron } from '../runtime/electron.ts'
import { projectFolder } from '../runtime/places.ts'
import { type Counts, inWords, type Results, readE2e, readUnit } from '../runtime/results.ts'
import { SetupProblem, say } from '../runtime/say.ts'
import { bench } from './bench.ts'
import { build } from './build.ts'
import { e2e } from './e2e.ts'
import { lint } from './lint.ts'
import { typecheck } from './typecheck.ts'
import { unit } from './unit.ts'

const results = join(projectFolder, 'test-results')
const unitResults = join(results, 'unit.json')
const e2eResults = join(results, 'e2e.json')

/**
 * Everything that has to hold before a change is handed in. All parts run, whatever becomes of the others;
 * the last lines say which tests failed and how, which only the middle of a long output says otherwise.
 */
export async function test(): Promise<number> {
  mkdirSync(results, { recursive: true })
  for (const file of [unitResults, e2eResults]) rmSync(file, { force: true })

  const closings: string[] = []
  const failures: string[] = []
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  let sound = true

  async function part(name: string, work: () => Promise<number>, read?: () => Results | undefined) {
    console.log(`\n— ${name}`)
    const begin = performance.now()
    const status = await work().catch((error) => {
      say(error.name === 'SetupProblem' ? error.message : error.stack)
      return 1
    })
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    const results = read?.()
    const counts = results?.counts ?? { passed: 0, failed: 0, skipped: 0 }
    failures.push(...(results?.failures ?? []))
    // A part that ended badly before or after its tests must not look like success in the last line.
    if (read && status !== 0) counts.failed = Math.max(1, counts.failed)
    if (status !== 0) sound = false
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
    const outcome = read ? inWords(counts) : status === 0 ? 'passed' : 'failed'
    closings.push(`${name}: ${outcome} (${seconds} s)`)
    console.log(closings.at(-1))
    return status === 0
  }

  const prepared = await part('set-up', async () => {
    await prepareElectron({ virtualDisplay: needsVirtualDisplay() })
    return 0
  })
  await part('lint', lint)
  await part('typecheck', () => typecheck([]))
  await part(
    'unit',
    () => unit([], { REJOINDER_RESULTS: 'test-results/unit.json' }),
    () => readUnit(unitResults),
  )
  await part('build', build)
  await part(
    'e2e',
    async () => {
      if (!prepared) throw new SetupProblem('Not run, because the set-up failed: see there.')
      return e2e([], { REJOINDER_RESULTS: 'test-results/e2e.json' })
    },
    () => readE2e(e2eResults),
  )
  // Without figures: that what the benchmark looks for in the window is still there.
  await part('bench, tried', () => bench(['--trial']))

  console.log(`\n${[...failures, ...closings].join('\n')}`)
  console.log(`tests: ${inWords(total)}`)
  return sound ? 0 : 1
}
