import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { plainTag } from '../../foreign/gathering.ts'
import { mustGoOn, writeFilePieces } from '../../target.ts'
import type { FormatWriter } from '../annotation-format.ts'
import { conllLabels } from './labels.ts'
import { conllLosses } from './losses.ts'
import { idOf, sourceFolder } from './reader.ts'
import { rowsOf } from './rows.ts'
import { layoutOf } from './sheets.ts'

const top = 'annotation'

/** A file for each document and annotator, and the texts, which words and labels do not hold. */
export const conllWriter: FormatWriter = {
  isOurs: (name) => name === top || name === sourceFolder,
  losses: conllLosses,

  async write(dataset, to, { signal, progress }) {
    const files: string[] = []
    const texts = new Set<string>()
    const [documents, annotators, annotations] = [new Map(), new Map(), new Map<string, string[]>()]
    await mkdir(to)
    let done = 0
    for (const { path, document, annotator, words, stretches } of layoutOf(dataset).sheets) {
      mustGoOn(signal)
      const [, folder, name] = path.split('/')
      const { text } = dataset.textOf(document.id)
      if (!texts.has(folder!)) {
        texts.add(folder!)
        await write(`${sourceFolder}/${folder}.txt`, [text])
        progress(done++, dataset.documents.length)
      }
      const labelled = stretches.map(({ first, last, of }) => ({ first, last, of: of.label }))
      const file = `${path}.conll`
      const silent = { signal, progress: () => {} }
      await write(file, inBatches(rowsOf(text, words, labelled), 1, silent))
      for (const { first, last, of } of stretches) {
        const span = { start: words.extents[first * 2]!, end: words.extents[last * 2 + 1]! }
        const { id } = of.annotation
        annotations.set(id, [...(annotations.get(id) ?? []), idOf(file, span)])
      }
      documents.set(document.id, [folder!])
      if (annotator) annotators.set(annotator.id, [`name:${name}`])
    }
    progress(dataset.documents.length, dataset.documents.length)
    const tags = [...conllLabels(dataset.tags)].map(([id, label]) => [id, [plainTag(label).id]] as const)
    return {
      files,
      readAs: new Map<Kind, ReadonlyMap<string, readonly string[]>>([
        ['document', documents],
        ['annotator', annotators],
        ['annotation', annotations],
        ['tag', new Map(tags)],
      ]),
    }

    async function write(file: string, pieces: Iterable<string>): Promise<void> {
      await mkdir(join(to, dirname(file)), { recursive: true })
      await writeFilePieces(join(to, file), pieces)
      files.push(file)
    }
  },
}
