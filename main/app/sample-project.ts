import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import { appFolder } from '../app-folder.ts'
import type { Opening, Who } from '../project-messages.ts'
import { connectTo, type ProjectChild } from './project-connection.ts'

const source = join(appFolder, 'main', 'sample', 'sample.rejoinder.jsonl')

interface Surroundings {
  fork: () => ProjectChild
  /** Where the person's copy of the sample is kept. */
  folder: string
  who: Who
  kept: Pick<Opening, 'backupsFolder' | 'foundSoundPath'>
}

/**
 * The path of the person's own copy of the sample project, which is made where there is none. What they do with
 * it stays; it has no history of its making, so that the first thing they can undo is theirs.
 */
export async function sampleProject({ fork, folder, who, kept }: Surroundings): Promise<string> {
  const path = join(folder, 'Sample project.rejoinder')
  if (existsSync(path)) return path

  const [making, copy] = [
    join(folder, 'sample-in-the-making.rejoinder'),
    join(folder, 'sample-copy.rejoinder'),
  ]
  const removeBoth = () => {
    for (const file of [making, copy]) rmSync(file, { force: true })
  }
  removeBoth()
  const connection = connectTo(
    fork(),
    () => {},
    () => {},
  )
  const opening: Opening = { path: making, make: 'Sample project', who, ...kept }
  try {
    unwrap(await connection.open(opening))
    const report = unwrap(
      await connection.request('document.import', {
        task: 'sample',
        paths: [source],
        format: 'rejoinder-jsonl',
      }),
    ) as { files: { problem: string }[] }
    const problem = report.files.find((file) => file.problem)?.problem
    if (problem) throw new Failure('unreadable', `The sample project could not be made: ${problem}`)
    unwrap(await connection.request('project.saveCopy', { to: copy }))
    await connection.close()
    renameSync(copy, path)
    return path
  } finally {
    await connection.close()
    removeBoth()
  }
}

function unwrap(reply: Reply<unknown>): unknown {
  if (reply.ok) return reply.value
  throw new Failure(reply.code, reply.message)
}
