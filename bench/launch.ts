import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { workbench } from '../scripts/launch.ts'
import { type Figures, measure } from './figures.ts'

const runs = 20

/** From starting Electron to a usable window, beside an Electron that opens a blank one. */
export async function measureLaunch(): Promise<Figures[]> {
  const blank = await measure('start of a blank Electron window', runs, () =>
    timeLaunch(join(import.meta.dirname, 'blank')),
  )
  const usable = await measure('start to a usable window', runs, () => timeLaunch('.'))
  return [blank, { ...usable, against: blank.name }]
}

async function timeLaunch(application: string): Promise<number> {
  const settings = mkdtempSync(join(tmpdir(), 'launch-'))
  const launch = workbench([`--user-data-dir=${settings}`])
  const begun = performance.now()
  const electron = await _electron.launch({ ...launch, args: [application, ...launch.args.slice(1)] })
  const page = await electron.firstWindow()
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  const time = performance.now() - begun
  await electron.close()
  rmSync(settings, { recursive: true, force: true })
  return time
}
