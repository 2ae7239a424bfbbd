import { basename } from 'node:path'
import { recordApart } from '../../../../db/record-apart.ts'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import type { ExchangeImporter } from '../../../import/document-importer.ts'
import { inSlices } from '../../arrival/slices.ts'
import { ForeignText, type Insertion, insertingDataset } from '../../insert-dataset.ts'
import { type FoundOriginals, findOriginals } from '../../originals.ts'
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
  const dataset = await readExchangeFile(path, { signal })
  const originals = await findOriginals(path)
  const options = { imported: project.now(), originalOf: originals.of, progress }
  try {
    const insertion = await recordApart(
      project,
      `import ${basename(path)}`,
      (repositories) => insertingDataset(repositories, dataset, options),
      { joins, drive: (work) => inSlices(work, signal) },
    )
    return { documentIds: insertion.documentIds, notes: notesOn(insertion, originals) }
  } catch (error) {
    if (!(error instanceof ForeignText)) throw error
    throw new RefusedLine({ line: dataset.lineOf(error.documentId), what: error.message })
  }
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
