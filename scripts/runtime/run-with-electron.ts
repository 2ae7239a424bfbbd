import { join } from 'node:path'
import { buildWhereStale } from './build.ts'
import { needsVirtualDisplay, openVirtualDisplay } from './display.ts'
import { prepareElectron } from './electron.ts'
import { run } from './processes.ts'
import { enterQuarters } from './quarters.ts'

/**
 * Runs a script of the checkout that drives the built workbench with the help of scripts/launch.ts: prepares
 * Electron, builds, provides a display where there is none and, for root, an unprivileged user.
 * `script` is relative to the checkout; `writable` are the only folders in it the script may write to. Where screens
 * are made for it there are as many as `displays` says, named in REJOINDER_DISPLAYS: a screen has one keyboard focus,
 * so that windows that are driven side by side need one each.
 */
export async function runWithElectron(
  script: string,
  args: readonly string[],
  {
    writable,
    env = {},
    displays: wanted = 1,
  }: { writable: readonly string[]; env?: NodeJS.ProcessEnv; displays?: number },
): Promise<number> {
  const electron = await prepareElectron({ virtualDisplay: needsVirtualDisplay() })
  await buildWhereStale()

  const quarters = enterQuarters(electron, writable)
  const displays = needsVirtualDisplay()
    ? await Promise.all(Array.from({ length: wanted }, openVirtualDisplay))
    : []
  try {
    return await run(join(quarters.folder, 'node_modules', '.bin', 'node'), [script, ...args], {
      ...quarters.user,
      cwd: quarters.folder,
      env: {
        ...process.env,
        ...quarters.env,
        ...env,
        ...(displays[0] && { DISPLAY: displays[0].name }),
        REJOINDER_DISPLAYS: displays.map(({ name }) => name).join(' '),
        REJOINDER_ELECTRON: quarters.electron,
        REJOINDER_SANDBOX: quarters.sandbox ? 'on' : 'off',
      },
    })
  } finally {
    for (const display of displays) display.close()
    quarters.leave()
  }
}
