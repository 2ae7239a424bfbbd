import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectEnding } from '../db/file-format.ts'
import { appFolder } from '../main/app-folder.ts'
import { Failure } from '../preload/contract/failure.ts'
import { type Surroundings, task, withSession } from './with-session.ts'

const sample = join(appFolder, 'main', 'sample', 'sample.rejoinder.jsonl')

interface NewOptions {
  name?: string
  sample?: true
}

export async function newProject(
  path: string,
  options: NewOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings
  const wasThere = existsSync(path)
  try {
    const make = options.name ?? basename(path, projectEnding)
    const info = await withSession({ path, make }, surroundings, async ({ handlers }) => {
      if (options.sample) {
        const request = { task, paths: [sample], format: 'rejoinder-jsonl', encoding: null, again: false }
        const { files } = await handlers.document.import(request)
        const problem = files.find(({ outcome }) => outcome === 'failed')?.problem
        if (problem) throw new Failure('unreadable', `The sample project could not be made: ${problem}`)
        if (options.name !== undefined) await handlers.project.update({ name: options.name })
      }
      return handlers.project.info()
    })
    terminal.say(`Made the project “${info.name}”: ${info.path}`)
    terminal.result({ uid: info.uid, name: info.name, path: info.path })
  } catch (error) {
    if (!wasThere) rmSync(path, { force: true })
    throw error
  }
}
