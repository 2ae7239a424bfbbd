import { basename } from 'node:path'
import { countingWords } from '../../../../db/count-words.ts'
import { recordApart } from '../../../../db/record-apart.ts'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import type { Repositories } from '../../../../db/repositories/index.ts'
import type { RevisionId } from '../../../../preload/contract/ids.ts'
import type { ExchangeImporter } from '../../../import/document-importer.ts'
import { inSlices } from '../../arrival/slices.ts'
import type * as Data from '../../dataset.ts'
import {
  ForeignText,
  type Insertion,
  type InsertionOptions,
  insertingDataset,
  sizeOf,
} from '../../insert-dataset.ts'
import { type FoundOriginals, findOriginals } from '../../originals.ts'
import { isTooMuchToHold, lengthOf } from '../../spool/distant.ts'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import { RefusedLine, readExchangeFile } from './read-file.ts'

/**
 * Puts a whole exchange file into the project, as one step of the history, or nothing of it. What is there by its id
 * stays as it is; a project that nobody has worked in becomes the dataset, codebook and name included. Fails with
 * `RefusedLine`, and with `cancelled` when it was stopped.
 */
export const importExchangeFile: ExchangeImporter = async (
  { project },
  path,
  { joins, signal, progress },
) => {
  const spool = new SpoolFile()
  try {
    const dataset = await readExchangeFile(path, { signal, away: new PuttingAway(storeIn(spool)) })
    const originals = await findOriginals(path)
    const prepared = new Map<string, RevisionId>()
    const options = { imported: project.now(), originalOf: originals.of, prepared }
    // Texts that are put there ahead count as well as the records that let them appear.
    const ahead = isLong(dataset, originals) ? dataset.documents.length : 0
    const of = ahead + sizeOf(dataset)
    const insertion = await recordApart(
      project,
      `import ${basename(path)}`,
      (repositories) =>
        insertingDataset(repositories, dataset, {
          ...options,
          progress: (done) => progress(ahead + done, of),
        }),
      {
        joins,
        drive: (work) => inSlices(work, signal),
        ahead:
          ahead > 0
            ? (repositories) =>
                preparing(repositories, dataset, { ...options, progress: (done) => progress(done, of) })
            : undefined,
      },
    ).catch((error) => {
      if (!(error instanceof ForeignText)) throw error
      throw new RefusedLine({ line: dataset.lineOf(error.documentId), what: error.message })
    })
    return { documentIds: insertion.documentIds, notes: notesOn(insertion, originals) }
  } finally {
    spool.close()
  }
}

const isLong = ({ documents, textOf }: Data.Dataset, { bytes }: FoundOriginals): boolean =>
  isTooMuchToHold(documents.reduce((sum, { id }) => sum + lengthOf(textOf(id)), bytes))

/** Puts the texts of documents that are not in the project there, to appear in the step; tells how long each is. */
function* preparing(
  { documents }: Repositories,
  dataset: Data.Dataset,
  {
    imported,
    originalOf,
    prepared,
    progress,
  }: Required<Pick<InsertionOptions, 'imported' | 'originalOf'>> & {
    prepared: Map<string, RevisionId>
    progress(done: number): void
  },
): Generator<number, void> {
  for (const [index, document] of dataset.documents.entries()) {
    progress(index)
    const { id, source } = document
    if (documents.findByUid(id) !== undefined) continue
    const text = dataset.textOf(id)
    const original = originalOf(document) ?? null
    const words = yield* addingNothing(countingWords(text.text))
    const revisionId = documents.prepare({ uid: id, text, source, original, imported, words })
    if (revisionId !== undefined) prepared.set(id, revisionId)
    yield lengthOf(text) + (original?.length ?? 0)
  }
}

/** Work that puts nothing into the project while it pauses. */
function* addingNothing<T>(work: Generator<void, T>): Generator<number, T> {
  let step = work.next()
  for (; !step.done; step = work.next()) yield 0
  return step.value
}

const words: Record<Kind, [one: string, many: string]> = {
  annotator: ['annotator', 'annotators'],
  speaker: ['speaker', 'speakers'],
  tag: ['tag', 'tags'],
  link_type: ['link type', 'link types'],
  document: ['document', 'documents'],
  claim: ['claim', 'claims'],
  annotation: ['annotation', 'annotations'],
  link: ['link', 'links'],
  memo: ['memo', 'memos'],
}

function notesOn({ alreadyThere, withoutKey }: Insertion, { damaged }: FoundOriginals): string[] {
  const notes: string[] = []
  if (alreadyThere.size > 0) {
    const counts = [...alreadyThere].map(([kind, count]) => `${count} ${words[kind][count === 1 ? 0 : 1]}`)
    notes.push(`In the project already, and left as they were: ${counts.join(', ')}.`)
  }
  if (withoutKey.length > 0) {
    notes.push(`Came in without their key, which another tag has: ${withoutKey.join(', ')}.`)
  }
  if (damaged.length > 0) {
    notes.push(
      `Left out, because these originals are not the files they are named after: ${damaged.join(', ')}.`,
    )
  }
  return notes
}
