import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '../db/connect.ts'
import { projectEnding } from '../db/file-format.ts'
import { checkProject } from '../db/gate/check.ts'
import { openFindingsInSentences } from '../main/doctor/in-sentences.ts'
import { checkFolder } from '../main/exchange/formats/publication/check-folder.ts'
import { checkExchangeFile } from '../main/exchange/formats/rejoinder-jsonl/read-file.ts'
import { Failure } from '../preload/contract/failure.ts'
import type { Problem } from './terminal.ts'
import { type Surroundings, withSession } from './with-session.ts'

/** Looks through a project, an exchange file or the folder of a dataset, and changes nothing. */
export async function checkFile(path: string, surroundings: Surroundings): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory()) return checkDataset(path, surroundings)
  const { terminal, signal } = surroundings
  const isProject = await looksLikeProject(path)
  const found = isProject ? await lookThrough(path, surroundings) : null
  const problems: Problem[] = found
    ? found.problems.map((what) => ({ file: path, what }))
    : (
        await checkExchangeFile(path, {
          signal,
          progress: (done, of) => terminal.progress(done, of, 'Checking'),
        })
      ).map((problem) => ({ file: path, ...problem }))

  for (const problem of problems) terminal.problem(problem)
  if (problems.length === 0) terminal.say(`${path}: no problems found`)
  for (const sentence of found?.undone ?? []) terminal.say(sentence)
  terminal.result(
    found
      ? { file: path, kind: 'project', problems, undone: found.undone }
      : { file: path, kind: 'rejoinder-jsonl', problems },
  )
}

async function checkDataset(path: string, { terminal, signal }: Surroundings): Promise<void> {
  const found = await checkFolder(path, {
    signal: signal ?? new AbortController().signal,
    progress: (done, of) => terminal.progress(done, of, `Checking: ${done.toLocaleString('en')} rows`),
  })
  const problems = found.map(({ file, ...problem }) => ({ file: join(path, file), ...problem }))
  for (const problem of problems) terminal.problem(problem)
  if (problems.length === 0) terminal.say(`${path}: no problems found`)
  terminal.result({ file: path, kind: 'dataset', problems })
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

/** What is wrong with the file, and what people have left undone in it. */
interface Found {
  problems: string[]
  undone: string[]
}

/** A damaged project does not open, and opening tells one fault only: then all are looked for without opening it. */
async function lookThrough(path: string, surroundings: Surroundings): Promise<Found> {
  try {
    return await withSession({ path }, surroundings, async ({ handlers }) => {
      const problems = await handlers.project.check()
      if (problems.length > 0) return { problems, undone: [] }
      const findings = openFindingsInSentences(await handlers.doctor.counts())
      return { problems, undone: [...(await handlers.project.undone()), ...findings] }
    })
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'damaged')) throw error
    const problems = problemsUnopened(path)
    const isAmongThem = problems.some((problem) => error.message.includes(problem))
    return { problems: isAmongThem ? problems : [error.message, ...problems], undone: [] }
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
