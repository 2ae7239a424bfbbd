import type * as Data from '../../dataset.ts'
import { Names } from '../uima-cas/names.ts'
import { casContents } from '../uima-cas/write.ts'
import { conllLabels } from './labels.ts'
import { chosen, type Stretch, stretchOf, type Words, wordsOf } from './rows.ts'

/** The work of one annotator on one document, or of nobody. */
export interface Sheet {
  /** Below the folder, without its ending. */
  path: string
  document: Data.Document
  annotator: Data.Annotator | null
  words: Words
  stretches: readonly Stretch<Piece>[]
}

export interface Piece {
  annotation: Data.Annotation
  label: string
  /** Whether the words are the span to the letter. */
  isExact: boolean
}

export interface Layout {
  /** By document. */
  sheets: Sheet[]
  /** Annotations of which a span lies over a longer one, or has no word. */
  covered: Data.Annotation[]
  wordless: Data.Annotation[]
}

/** Finds the words of every text, and what of the annotations has a place on them. */
export function layoutOf(dataset: Data.Dataset): Layout {
  const labels = conllLabels(dataset.tags)
  const layout: Layout = { sheets: [], covered: [], wordless: [] }
  const words = new Map<string, Words>()
  const stretches = new Map<string, Stretch<Piece>[]>()
  const byDocument = Map.groupBy(dataset.annotations, ({ document }) => document)
  for (const { id, metadata } of dataset.documents) {
    const found = wordsOf(dataset.textOf(id).text, metadata.get('language') ?? '')
    words.set(id, found)
    for (const [annotator, own] of Map.groupBy(byDocument.get(id) ?? [], ({ annotator }) => annotator)) {
      const all = own.flatMap((annotation) => stretchesOf(annotation, found, labels, layout))
      const kept = chosen(all, found.extents.length / 2)
      const held = new Set(kept)
      for (const stretch of all) if (!held.has(stretch)) layout.covered.push(stretch.of.annotation)
      stretches.set(JSON.stringify([id, annotator]), kept)
    }
  }
  // Who has nothing left in a text has no file for it.
  const left = new Set([...stretches.values()].flatMap((kept) => kept.map(({ of }) => of.annotation)))
  const annotations = dataset.annotations.filter((annotation) => left.has(annotation))
  const names = new Names(dataset, (words) => words)
  for (const { path, content } of casContents({ ...dataset, annotations }, names)) {
    const { document, annotator } = content
    const own = stretches.get(JSON.stringify([document.id, annotator?.id]))
    layout.sheets.push({
      ...{ path, document, annotator, words: words.get(document.id)! },
      stretches: annotator && own ? own : [],
    })
  }
  return layout
}

function stretchesOf(
  annotation: Data.Annotation,
  words: Words,
  labels: ReadonlyMap<string, string>,
  { wordless }: Layout,
): Stretch<Piece>[] {
  return annotation.spans.flatMap((span): Stretch<Piece>[] => {
    const found = stretchOf(words, span)
    if (!found) {
      wordless.push(annotation)
      return []
    }
    const { extents } = words
    const isExact = extents[found.first * 2] === span.start && extents[found.last * 2 + 1] === span.end
    return [{ ...found, of: { annotation, label: labels.get(annotation.tag)!, isExact } }]
  })
}
