import type { Span, StructuredText } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { byCodePoint } from '../../dataset-order.ts'
import { fileNamesFor, safeFileName } from '../../file-names.ts'
import { toFragments } from './fragments.ts'

/** What one annotator did in one document: a text file and an annotation file of the same name. */
export interface Sheet {
  /** Below the export, without ending. */
  path: string
  /** In the order of their lines. */
  annotations: { annotation: Data.Annotation; fragments: Span[] }[]
  links: Data.Link[]
}

export interface DocumentSheets {
  document: Data.Document
  content: StructuredText
  sheets: Sheet[]
  /** Annotations of nothing but line ends. */
  unwritten: Data.Annotation[]
}

export interface Layout {
  folderOf: ReadonlyMap<string, string>
  nameOf: ReadonlyMap<string, string>
  /** The links that brat can hold: between two annotations of one document and one annotator. */
  held: ReadonlySet<string>
  /** Document by document; each text is asked for once. */
  documents(): Generator<DocumentSheets>
}

export function layoutOf(dataset: Data.Dataset): Layout {
  const folders = fileNamesFor(
    dataset.annotators.map(({ name }) => name),
    'annotator',
  )
  const names = fileNamesFor(
    dataset.documents.map(({ title }) => title),
    'text',
    sheetName,
  )
  const folderOf = new Map(dataset.annotators.map(({ id }, index) => [id, folders[index]!]))
  const nameOf = new Map(dataset.documents.map(({ id }, index) => [id, names[index]!]))
  const firstFolder = [...folders].sort(byCodePoint)[0]
  const byDocument = Map.groupBy(dataset.annotations, ({ document }) => document)
  const annotations = new Map(dataset.annotations.map((annotation) => [annotation.id, annotation]))
  const links = new Map<string, Data.Link[]>()
  const held = new Set<string>()
  for (const link of dataset.links) {
    if (!('annotation' in link.source && 'annotation' in link.target)) continue
    const source = annotations.get(link.source.annotation)!
    const target = annotations.get(link.target.annotation)!
    if (source.document !== target.document || source.annotator !== target.annotator) continue
    held.add(link.id)
    const own = links.get(source.document)
    if (own) own.push(link)
    else links.set(source.document, [link])
  }

  function* documents(): Generator<DocumentSheets> {
    for (const document of dataset.documents) {
      const content = dataset.textOf(document.id)
      const name = nameOf.get(document.id)!
      const placed = (byDocument.get(document.id) ?? []).map((annotation) => ({
        annotation,
        fragments: toFragments(content.text, annotation.spans),
      }))
      const written = placed.filter(({ fragments }) => fragments.length > 0)
      const unwritten = placed.filter(({ fragments }) => fragments.length === 0)
      const byAnnotator = Map.groupBy(written.sort(byFragments), ({ annotation }) => annotation.annotator)
      const byFolder = Map.groupBy(links.get(document.id) ?? [], (link) => {
        return annotations.get('annotation' in link.source ? link.source.annotation : '')!.annotator
      })
      const sheets = [...byAnnotator].map(([annotator, own]) => {
        const there = new Set(own.map(({ annotation }) => annotation.id))
        const isThere = (end: Data.LinkEnd): boolean => 'annotation' in end && there.has(end.annotation)
        return {
          path: `${folderOf.get(annotator)}/${name}`,
          annotations: own,
          links: (byFolder.get(annotator) ?? []).filter(
            (link) => isThere(link.source) && isThere(link.target),
          ),
        }
      })
      if (sheets.length === 0) {
        const path = firstFolder === undefined ? name : `${firstFolder}/${name}`
        sheets.push({ path, annotations: [], links: [] })
      }
      yield { document, content, sheets, unwritten: unwritten.map(({ annotation }) => annotation) }
    }
  }

  return { folderOf, nameOf, held, documents }
}

/**
 * brat looks at the end of a document’s name first: one that ends as annotation files do is taken for such a file, and
 * is not found (`_select_input_files` in its annotation.py).
 */
const sheetName = (title: string): string => safeFileName(title).replace(/\.(?=(?:ann|a1|a2|co|rel)$)/, '_')

type Placed = Sheet['annotations'][number]

function byFragments(a: Placed, b: Placed): number {
  return a.fragments[0]!.start - b.fragments[0]!.start || a.fragments.at(-1)!.end - b.fragments.at(-1)!.end
}
