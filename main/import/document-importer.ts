import type { Join } from '../../db/undo/history.ts'
import type { DocumentImporter, ProjectContext } from '../project-context.ts'
import type { DocumentParser } from './document-parser.ts'
import { type ImportedExchange, type ImportTarget, importDocuments } from './import-documents.ts'
import { counted } from './tally.ts'

/** Brings in a `rejoinder-jsonl` file as one step, or as part of the step that `joins` names. */
export type ExchangeImporter = (
  context: ProjectContext,
  path: string,
  run: { joins: Join; signal: AbortSignal | undefined },
) => Promise<ImportedExchange>

/** As long as the slowest of files may take to come after the one before it, and then some. */
const longestPauseMs = 600_000

/** Imports into an open project: every file is a commit of its own, all of them one step to undo. */
export function documentImporter(
  parser: DocumentParser,
  importExchangeFile: ExchangeImporter,
): DocumentImporter {
  return (context, request, { signal, progress }) =>
    importDocuments(request, projectTarget(context, request.task, importExchangeFile), parser, {
      signal,
      progress,
    })
}

function projectTarget(
  context: ProjectContext,
  task: string,
  importExchangeFile: ExchangeImporter,
): ImportTarget {
  const { history, newUid, now, path, repositories } = context.project
  const joins: Join = { key: `import ${task} ${newUid()}`, withinMs: longestPauseMs }
  let inserted = 0
  return {
    openFiles: [path, `${path}-journal`, `${path}-wal`, `${path}-shm`],
    documentsFrom: (sha256) => repositories.documents.findBySource(sha256),

    insertDocument({ title, metadata, mediaType, notes: _, ...text }, { name, sha256, bytes }) {
      const label = inserted === 0 ? `import ${title}` : `import ${counted(inserted + 1, 'document')}`
      const source = { name, mediaType, sha256 }
      const insert = () =>
        repositories.documents.insert({
          uid: newUid(),
          title,
          metadata,
          status: 'to-do',
          text,
          source,
          original: bytes,
          imported: now(),
        })
      const id = history.record(label, insert, { joins })
      inserted++
      return id
    },

    insertExchangeFile: (file, signal) => importExchangeFile(context, file, { joins, signal }),
  }
}
