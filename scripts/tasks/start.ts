import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildWhereStale } from '../runtime/build.ts'
import { prepareElectron } from '../runtime/electron.ts'
import { isRoot } from '../runtime/places.ts'
import { run } from '../runtime/processes.ts'
import { commandForHelper, sandboxWorks } from '../runtime/sandbox.ts'
import { SetupProblem, say } from '../runtime/say.ts'

/** Opens the workbench and resolves when it is closed. Arguments go to it: the path of a project. */
export async function start(args: string[]): Promise<number> {
  const electron = await prepareElectron()
  await buildWhereStale()

  const sandbox = sandboxWorks({}, electron.folder)
  if (!sandbox && !isRoot()) {
    throw new SetupProblem(
      `Chromium’s sandbox does not work for you yet. Please run:\n  ${commandForHelper(electron.folder)}`,
    )
  }
  if (!sandbox) say('Started by root: Chromium’s sandbox is off. Started by anybody else, it is on.')
  // Chromium complains about services a machine may well lack (D-Bus, a GPU); the application’s own output stays.
  const switches = ['--log-level=3', ...(sandbox ? [] : ['--no-sandbox'])]
  return run(electron.executable, [...switches, '.', ...args.map(asSeenByTheCaller)])
}

// npm runs its scripts in the folder of package.json, wherever it was called.
function asSeenByTheCaller(argument: string): string {
  const path = resolve(process.env.INIT_CWD ?? '.', argument)
  return !argument.startsWith('-') && existsSync(path) ? path : argument
}
