import type { ReadingCopyOptions } from '../../../../preload/contract/reading-copy.ts'
import { writeZip, type ZipEntry } from '../../../zip/write-zip.ts'
import type { Material } from '../material.ts'
import { contents, documentBody, Gathered } from './document-body.ts'
import {
  commentsXml,
  documentEnd,
  documentRelations,
  documentStart,
  numberingXml,
  partsBefore,
  sectionXml,
} from './package.ts'
import { paragraph } from './paragraphs.ts'
import { runs } from './runs.ts'

export interface DocxCopy {
  /** Of the file; where several documents stand in it, it stands before them. */
  title: string
  /** BCP 47, or ''. */
  language: string
  /** In the order of `materials`; listed where there are several. */
  documents: readonly { title: string; date: string }[]
  /** Asked for one after the other. */
  materials: Iterable<Material>
}

/** Documents as one Word file (ECMA-376, part 1: 17), each beginning on a new page; notes are its comments. */
export async function writeDocx(path: string, copy: DocxCopy, options: ReadingCopyOptions): Promise<void> {
  await writeZip(path, entries(copy, options))
}

function* entries(
  { title, language, documents, materials }: DocxCopy,
  options: ReadingCopyOptions,
): Generator<ZipEntry> {
  for (const [name, xml] of partsBefore({ title, language, documents })) yield { name, pieces: [xml] }
  const gathered = new Gathered()
  const isAlone = documents.length === 1
  function* body(): Generator<string> {
    yield documentStart
    if (!isAlone) yield paragraph(runs(title), { style: 'Title' }) + contents(documents) + sectionEnd(null)
    let number = 0
    for (const material of materials) {
      yield* documentBody(material, options, gathered, isAlone)
      const isLast = ++number === documents.length
      // The section of the last one ends with the file.
      yield isLast ? sectionXml(number) : sectionEnd(number)
    }
    yield documentEnd
  }
  // What the body refers to is known when it has been written.
  yield { name: 'word/document.xml', pieces: body() }
  yield { name: 'word/comments.xml', pieces: [commentsXml(gathered.comments)] }
  yield { name: 'word/numbering.xml', pieces: [numberingXml(gathered.lists)] }
  yield {
    name: 'word/_rels/document.xml.rels',
    pieces: [documentRelations(gathered.addresses, documents.length)],
  }
}

/** What comes next begins a new page. */
const sectionEnd = (document: number | null) =>
  paragraph('', { style: 'SectionEnd', endOfSection: sectionXml(document) })
