import { join } from 'node:path'
import { buildWhereStale } from './build.ts'
import { needsVirtualDisplay, openVirtualDisplay } from './display.ts'
import { prepareElectron } from './electron.ts'
import { run } from './processes.ts'
import { enterQuarters } from './quarters.ts'

/**
 * Runs a script of the checkout that drives the built workbench with the help of scripts/launch.ts: prepares
 * Electron, builds, provides a display where there is none and, for root, an unprivileged user.
 * `script` is relative to the checkout; `writable` are the only folders in it the script may write to.
 */
export async function runWithElectron(
  script: string,
  args: readonly string[],
  { writable, env = {} }: { writable: readonly string[]; env?: NodeJS.ProcessEnv },
): Promise<number> {
  const electron = await prepareElectron({ virtualDisplay: needsVirtualDisplay() })
  await buildWhereStale()

  const quarters = enterQuarters(electron, writable)
  const display = needsVirtualDisplay() ? await openVirtualDisplay() : undefined
  try {
    return await run(join(quarters.folder, 'node_modules', '.bin', 'node'), [script, ...args], {
      ...quarters.user,
      cwd: quarters.folder,
      env: {
        ...process.env,
        ...quarters.env,
        ...env,
        ...(display && { DISPLAY: display.name }),
        REJOINDER_ELECTRON: quarters.electron,
        REJOINDER_SANDBOX: quarters.sandbox ? 'on' : 'off',
      },
    })
  } finally {
    display?.close()
    quarters.leave()
  }
}
