import { join } from 'node:path'
import { buildWhereStale } from './build.ts'
import { needsVirtualDisplay, openVirtualDisplays } from './display.ts'
import { prepareElectron } from './electron.ts'
import { run } from './processes.ts'
import { enterQuarters } from './quarters.ts'

/**
 * Runs a script of the checkout that drives the built workbench with the help of scripts/launch.ts: prepares
 * Electron, builds, provides a display where there is none and, for root, an unprivileged user.
 * `script` is relative to the checkout; `writable` are the only folders in it the script may write to. A script that
 * opens several windows at once asks for as many `displays`, since on one display they would take the focus and the
 * clipboard from each other; where displays are virtual it finds their names in REJOINDER_DISPLAYS, with spaces between.
 */
export async function runWithElectron(
  script: string,
  args: readonly string[],
  {
    writable,
    displays = 1,
    env = {},
  }: { writable: readonly string[]; displays?: number; env?: NodeJS.ProcessEnv },
): Promise<number> {
  const electron = await prepareElectron({ virtualDisplay: needsVirtualDisplay() })
  await buildWhereStale()

  const quarters = enterQuarters(electron, writable)
  const virtual = needsVirtualDisplay() ? await openVirtualDisplays(displays) : []
  try {
    return await run(join(quarters.folder, 'node_modules', '.bin', 'node'), [script, ...args], {
      ...quarters.user,
      cwd: quarters.folder,
      env: {
        ...process.env,
        ...quarters.env,
        ...env,
        ...(virtual[0] && {
          DISPLAY: virtual[0].name,
          REJOINDER_DISPLAYS: virtual.map(({ name }) => name).join(' '),
        }),
        REJOINDER_ELECTRON: quarters.electron,
        REJOINDER_SANDBOX: quarters.sandbox ? 'on' : 'off',
      },
    })
  } finally {
    for (const display of virtual) display.close()
    quarters.leave()
  }
}
