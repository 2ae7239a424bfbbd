import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Data from '../../dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { mustGoOn, writeFilePieces, writeFiles } from '../../target.ts'
import type { FormatWriter } from '../annotation-format.ts'
import { textFilesOf } from '../csv/text-files.ts'
import { anno, generatorIri, projectIri } from './iris.ts'
import { countItems, itemsOf } from './items.ts'
import { losses } from './losses.ts'

const annotationFile = 'annotations.jsonld'

/** A folder with one collection of annotations, each on a line of its own, and the texts they are about. */
export const webAnnotationWriter: FormatWriter = {
  isOurs: (name) => name === annotationFile || name === 'texts',
  losses,
  async write(dataset, folder, options) {
    const textFiles = textFilesOf(dataset.documents)
    await mkdir(join(folder, 'texts'), { recursive: true })
    const of = countItems(dataset)
    await writeFilePieces(
      join(folder, annotationFile),
      inBatches(linesOf(dataset, textFiles, of), of, options),
    )
    await writeFiles(folder, texts())
    return { files: [annotationFile, ...textFiles.values()], readAs: new Map() }

    function* texts(): Generator<[string, string[]]> {
      for (const [id, file] of textFiles) {
        mustGoOn(options.signal)
        yield [file, [dataset.textOf(id).text]]
      }
    }
  },
}

function* linesOf(
  dataset: Data.Dataset,
  textFiles: ReadonlyMap<string, string>,
  total: number,
): Generator<string> {
  const collection = {
    ...{ '@context': anno, id: projectIri, type: 'AnnotationCollection', label: dataset.project.name },
    generator: {
      ...{ id: generatorIri, type: 'Software' },
      name: 'Rejoinder; positions count Unicode code points',
    },
    total,
  }
  const page = { id: `${projectIri}:page:1`, type: 'AnnotationPage', partOf: projectIri, startIndex: 0 }
  yield `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`
  let between = '\n'
  for (const item of itemsOf(dataset, textFiles)) {
    yield `${between}${JSON.stringify(item)}`
    between = ',\n'
  }
  yield '\n]}}\n'
}
