import { encodingOf } from '../main/import/encodings.ts'
import type { ImportedFile } from '../preload/contract/document.ts'
import type { Surroundings } from './with-session.ts'
import { task, withSession } from './with-session.ts'
import { WrongWords } from './wrong-words.ts'

interface ImportOptions {
  format?: string
  encoding?: string
  annotator?: string
  again?: true
}

const outcomes = { imported: 'imported', 'already-there': 'in the project already', failed: 'failed' }

export async function importFiles(
  project: string,
  paths: string[],
  { format, encoding, annotator, again }: ImportOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings
  if (encoding !== undefined && encodingOf(encoding) === null) {
    throw new WrongWords(`There is no encoding called “${encoding}”.`)
  }
  await withSession({ path: project, annotator }, surroundings, async ({ handlers }) => {
    const request = { paths, format: format ?? null, encoding: encoding ?? null, again: again ?? false }
    const { files, cancelled } = await handlers.document.import({ task, ...request })
    const titles = new Map(
      (await handlers.document.list()).map(({ id, uid, title }) => [id, { id: uid, title }]),
    )

    for (const { path, outcome, notes, ...file } of files) {
      if (outcome === 'failed') terminal.problem({ file: path, ...problemOf(file) })
      else terminal.say([`${path}: ${outcomes[outcome]}`, ...notes.map((note) => `  ${note}`)].join('\n'))
    }
    if (cancelled)
      terminal.problem({ file: project, what: 'the import was stopped; what was imported until then stays' })
    terminal.result({
      files: files.map(({ path, outcome, documentIds, notes, ...file }) => ({
        file: path,
        outcome,
        documents: documentIds.flatMap((id) => titles.get(id) ?? []),
        notes,
        problem: outcome === 'failed' ? problemOf(file) : null,
      })),
      cancelled,
    })
  })
}

/** The line stands before the problem here, not in it. */
function problemOf({ line, problem }: Pick<ImportedFile, 'line' | 'problem'>): {
  line?: number
  what: string
} {
  return line === undefined ? { what: problem } : { line, what: problem.replace(`Line ${line}: `, '') }
}
