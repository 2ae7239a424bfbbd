import { findElectron } from './runtime/electron.ts'
import { isRoot, projectFolder } from './runtime/places.ts'

export interface Launch {
  executablePath: string
  args: string[]
  cwd: string
  /** Playwright switches Chromium's sandbox off unless told otherwise. */
  chromiumSandbox: boolean
}

/**
 * What Playwright needs to start the workbench with these arguments: `_electron.launch(workbench([file]))`.
 * Neither prepares Electron nor builds; `npm run e2e`, `tour` and `bench` have done that before. The sandbox
 * is on except where it cannot work.
 */
export function workbench(args: readonly string[] = []): Launch {
  const executablePath = process.env.REJOINDER_ELECTRON ?? findElectron()?.executable
  if (!executablePath) throw new Error('There is no Electron yet: "npm run e2e" prepares one.')
  const sandbox = process.env.REJOINDER_SANDBOX ? process.env.REJOINDER_SANDBOX === 'on' : !isRoot()
  return { executablePath, args: ['.', ...args], cwd: projectFolder, chromiumSandbox: sandbox }
}
