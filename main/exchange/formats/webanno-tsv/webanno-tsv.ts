import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import type { Dataset } from '../../dataset.ts'
import { writeFilePieces } from '../../target.ts'
import type { AnnotationFormat, FormatWriter, IdsRead } from '../annotation-format.ts'
import { top, writeCasFolder } from '../uima-cas/write.ts'
import { fitted } from './fitted.ts'
import { tsvLosses } from './losses.ts'
import { type Places, placesOf } from './places.ts'
import { sourceFolder, tsvReader } from './reader.ts'
import { tsv } from './serialization.ts'

const writer: FormatWriter = {
  isOurs: (name) => name === top || name === sourceFolder,
  losses: tsvLosses,
  async write(dataset, to, options) {
    const held = fitted(dataset)
    const { files, readAs } = await writeCasFolder(tsv, held, to, options)
    const places = placesOf(held)
    files.push(...(await writeTexts(held, places, to)))
    const known = new Map<Kind, IdsRead>([
      ...readAs,
      ['document', new Map([...places.folders].map(([id, folder]) => [id, `${top}/${folder}`]))],
      ['annotator', new Map([...places.files].map(([id, file]) => [id, file]))],
    ])
    return { files, readAs: known }
  },
}

/** The texts that a file without a row for white space does not hold. */
async function writeTexts(dataset: Dataset, { folders }: Places, to: string): Promise<string[]> {
  const files: string[] = []
  for (const { id } of dataset.documents) {
    const { text } = dataset.textOf(id)
    if (text === '' || (text.trim() !== '' && !/^ *[^\S ]/.test(text))) continue
    await mkdir(join(to, sourceFolder), { recursive: true })
    const file = `${sourceFolder}/${folders.get(id)}.txt`
    await writeFilePieces(join(to, file), [text])
    files.push(file)
  }
  return files
}

export const webannoTsv: AnnotationFormat = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV 3.3, for INCEpTION and WebAnno (folder)',
  endings: ['tsv'],
  makes: 'folder',
  cannotHold: [
    'links across documents or annotators, and links of claims and links',
    'memos',
    'everything about tags, claims, speakers and link types but their names',
    'metadata, structure and progress of documents; names and checksums of imported files',
    'white space at the edges of passages, and passages of white space alone',
    'that an attribute is a number, or a yes or no',
  ],
  reader: tsvReader,
  writer,
}
