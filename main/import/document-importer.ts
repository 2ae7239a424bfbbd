import type { Join } from '../../db/undo/joining.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentImporter, ProjectContext } from '../project-context.ts'
import type { DocumentParser } from './document-parser.ts'
import {
  type ExchangeRun,
  type ImportedExchange,
  type ImportTarget,
  importDocuments,
} from './import-documents.ts'
import type { NewSource } from './insertion-batch.ts'
import { counted } from './tally.ts'
import { zippedFileAt } from './zipped-files.ts'

/** Brings in a `rejoinder-jsonl` file as one step, or as part of the step that `joins` names. */
export type ExchangeImporter = (
  context: ProjectContext,
  path: string,
  run: { joins: Join } & ExchangeRun,
) => Promise<ImportedExchange>

/** As long as the slowest of files may take to come after the one before it, and then some. */
const longestPauseMs = 600_000

/** Imports into an open project. Everything that comes in is one step to undo. */
export function documentImporter(
  parser: DocumentParser,
  importExchangeFile: ExchangeImporter,
): DocumentImporter {
  return (context, request, { signal, progress }) =>
    importDocuments(request, projectTarget(context, `import ${request.task}`, importExchangeFile), parser, {
      signal,
      progress,
    })
}

/** A project as files come into it: all that comes through one target is one step to undo, called by `key` among others. */
export function projectTarget(
  context: ProjectContext,
  key: string,
  importExchangeFile: ExchangeImporter,
): ImportTarget {
  const { history, newUid, now, path, repositories } = context.project
  let isGoingOn = true
  const joins: Join = {
    key: `${key} ${newUid()}`,
    withinMs: longestPauseMs,
    isGoingOn: () => isGoingOn,
  }
  let inserted = 0

  function insert({ document, source: { name, sha256, bytes } }: NewSource): DocumentId {
    const { title, metadata, mediaType, words, notes: remarks, textKey: __, ...text } = document
    const source = { name, mediaType, sha256 }
    return repositories.documents.insert({
      uid: newUid(),
      title,
      metadata,
      status: 'to-do',
      text,
      source,
      original: bytes,
      imported: now(),
      words,
      remarks,
    })
  }

  return {
    openFiles: [path, `${path}-journal`, `${path}-wal`, `${path}-shm`],
    documentsFrom: (sha256) => repositories.documents.findBySource(sha256),

    insertDocuments(documents) {
      // What somebody did in between parts the import in two steps, each called by what is in it.
      if (!history.wouldJoin(joins)) inserted = 0
      const total = inserted + documents.length
      const label =
        total === 1 ? `import ${documents[0]?.document.title}` : `import ${counted(total, 'document')}`
      const ids = history.record(label, () => documents.map(insert), { joins })
      inserted = total
      return ids
    },

    async insertExchangeFile(file, run) {
      if (await zippedFileAt(file)) {
        throw new Failure('unreadable', 'This is an exported project inside a zip: unpack it first.')
      }
      return importExchangeFile(context, file, { joins, ...run })
    },

    end() {
      isGoingOn = false
    },
  }
}
