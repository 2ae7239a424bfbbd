import { open } from 'node:fs/promises'
import { connect } from '../db/connect.ts'
import { projectEnding } from '../db/file-format.ts'
import { checkProject } from '../db/gate/check.ts'
import { checkExchangeFile } from '../main/export/rejoinder-jsonl/read-file.ts'
import { Failure } from '../preload/contract/failure.ts'
import type { Problem } from './terminal.ts'
import { type Surroundings, withSession } from './with-session.ts'

/** Looks through a project or an exchange file, and changes nothing. */
export async function checkFile(path: string, surroundings: Surroundings): Promise<void> {
  const { terminal, signal } = surroundings
  const isProject = await looksLikeProject(path)
  const problems: Problem[] = isProject
    ? (await problemsOfProject(path, surroundings)).map((what) => ({ file: path, what }))
    : (
        await checkExchangeFile(path, {
          signal,
          progress: (done, of) => terminal.progress(done, of, 'Checking'),
        })
      ).map((problem) => ({ file: path, ...problem }))

  for (const problem of problems) terminal.problem(problem)
  if (problems.length === 0) terminal.say(`${path}: no problems found`)
  terminal.result({ file: path, kind: isProject ? 'project' : 'rejoinder-jsonl', problems })
}

/** By its first bytes, then by its name, so that a project whose beginning is damaged is still taken for one. */
async function looksLikeProject(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`
    throw new Failure('unreadable', why)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    return start === 'SQLite format 3\0' || path.endsWith(projectEnding)
  } catch (error) {
    throw new Failure('unreadable', `it cannot be read (${(error as NodeJS.ErrnoException).code})`)
  } finally {
    await file.close()
  }
}

/** A damaged project does not open, and opening tells one fault only: then all are looked for without opening it. */
async function problemsOfProject(path: string, surroundings: Surroundings): Promise<string[]> {
  try {
    return await withSession({ path }, surroundings, ({ handlers }) => handlers.project.check())
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'damaged')) throw error
    const problems = problemsUnopened(path)
    return problems.length > 0 ? problems : [error.message]
  }
}

function problemsUnopened(path: string): string[] {
  try {
    const database = connect(path, { readOnly: true })
    try {
      return checkProject(database)
    } finally {
      database.close()
    }
  } catch {
    return []
  }
}
