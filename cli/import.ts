import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import { annotationFormats } from '../main/exchange/formats/index.ts'
import { encodingOf } from '../main/import/encodings.ts'
import { problemOf as whyUnread } from '../main/import/listing.ts'
import type { Session } from '../main/session.ts'
import type { ImportedFile } from '../preload/contract/document.ts'
import { choicesFrom, type ReadingOptions } from './file-choices.ts'
import { type AnnotationReport, importAnnotations, parseMapping } from './import-annotations.ts'
import { type AnnotationPreview, previewAnnotations } from './preview-annotations.ts'
import type { Terminal } from './terminal.ts'
import type { Surroundings } from './with-session.ts'
import { task, withSession } from './with-session.ts'
import { WrongWords } from './wrong-words.ts'

interface ImportOptions extends ReadingOptions {
  format?: string
  encoding?: string
  annotator?: string
  again?: true
  map?: string[]
  leaveOut?: string[]
  update?: true
  deleteMissing?: true
  dryRun?: true
}

const outcomes = { imported: 'imported', 'already-there': 'in the project already', failed: 'failed' }

/** Annotations of other programs first, all else as texts. */
export async function importFiles(
  project: string,
  paths: string[],
  {
    format,
    encoding,
    annotator,
    again,
    map = [],
    leaveOut = [],
    update,
    deleteMissing,
    dryRun,
    ...reading
  }: ImportOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal, signal } = surroundings
  if (encoding !== undefined && encodingOf(encoding) === null) {
    throw new WrongWords(`There is no encoding called “${encoding}”.`)
  }
  if (deleteMissing && !update) throw new WrongWords('--delete-missing goes with --update.')
  const mapping = parseMapping(map)
  const taking = { added: true, changed: update ?? false, missing: deleteMissing ?? false, except: [] }
  const choices = choicesFrom(reading)
  const isForeign = annotationFormats.some(({ name }) => name === format)
  await withSession({ path: project, annotator }, surroundings, async (session) => {
    const sources = await annotated(session, paths, format, { isForeign, isUpdate: update ?? false })
    const taken = new Set([...sources].flatMap(([path, together]) => [path, ...together]))
    let texts = paths.filter((path) => !taken.has(resolve(path)))
    const annotations: AnnotationReport[] = []
    const found: AnnotationPreview[] = []
    for (const [path, together] of sources) {
      if (signal?.aborted) break
      const beside = texts.map((text) => resolve(text))
      const asked = { path, format: isForeign ? format! : null, together, beside, mapping, leaveOut, taking }
      const done = dryRun ? undefined : await importAnnotations(session, asked, terminal)
      const seen = dryRun ? await previewAnnotations(session, asked, terminal) : undefined
      if (done) annotations.push(done.report)
      if (seen) found.push(seen.report)
      const used = (done ?? seen)?.used ?? []
      texts = texts.filter((text) => !used.includes(resolve(text)))
    }
    if (dryRun) {
      const others = texts.filter((path) => isThere(path, terminal))
      for (const path of others) terminal.say(`${path}: would be imported`)
      terminal.result({ found, others, problems: terminal.problems() })
      return
    }
    const request = {
      choices,
      paths: texts,
      format: format ?? null,
      encoding: encoding ?? null,
      again: again ?? false,
    }
    const { files, cancelled } =
      texts.length === 0
        ? { files: [], cancelled: signal?.aborted ?? false }
        : await session.handlers.document.import({ task, ...request })
    tellOfFiles(files, terminal)
    if (cancelled)
      terminal.problem({ file: project, what: 'the import was stopped; what was imported until then stays' })
    const documents = await documentsById(session)
    terminal.result({
      files: files.map(({ path, outcome, documentIds, notes, ...file }) => ({
        file: path,
        outcome,
        documents: documentIds.flatMap((id) => documents.get(id) ?? []),
        notes,
        problem: outcome === 'failed' ? problemOf(file) : null,
      })),
      annotations,
      cancelled,
      problems: terminal.problems(),
    })
  })
}

/** What is not there, or may not be read, is a problem. */
function isThere(path: string, terminal: Terminal): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch (error) {
    terminal.problem({ file: path, what: whyUnread(error as NodeJS.ErrnoException) })
    return false
  }
}

/**
 * The paths, made full, that hold annotations of another program, each with the files that belong to it: all, where
 * such a format was asked for. An exchange file of the project is one of them only where it is to change the project.
 */
async function annotated(
  { handlers }: Session,
  paths: readonly string[],
  format: string | undefined,
  { isForeign, isUpdate }: { isForeign: boolean; isUpdate: boolean },
): Promise<Map<string, string[]>> {
  const full = paths.map((path) => resolve(path))
  if (isForeign) return new Map(full.map((path) => [path, []]))
  if (format !== undefined && !(isUpdate && format === 'rejoinder-jsonl')) return new Map()
  const recognised = await handlers.annotationImport.recognise({ task: 'recognise', paths: full })
  return new Map(
    recognised
      .filter((one) => isUpdate || one.format !== 'rejoinder-jsonl')
      .map(({ path, together }) => [path, together]),
  )
}

function tellOfFiles(files: readonly ImportedFile[], terminal: Terminal): void {
  for (const { path, outcome, notes, ...file } of files) {
    if (outcome === 'failed') terminal.problem({ file: path, ...problemOf(file) })
    else terminal.say([`${path}: ${outcomes[outcome]}`, ...notes.map((note) => `  ${note}`)].join('\n'))
  }
}

async function documentsById({ handlers }: Session) {
  return new Map((await handlers.document.list()).map(({ id, uid, title }) => [id, { id: uid, title }]))
}

/** The line stands before the problem here, not in it. */
function problemOf({ line, problem }: Pick<ImportedFile, 'line' | 'problem'>): {
  line?: number
  what: string
} {
  return line === undefined ? { what: problem } : { line, what: problem.replace(`Line ${line}: `, '') }
}
