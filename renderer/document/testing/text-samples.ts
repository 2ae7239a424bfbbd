// Texts for the tests of this folder: any blocks of any kind with any letters, and annotations over them.
import fc from 'fast-check'
import type { AnnotationBrief, AnnotationColumns } from '../../../preload/contract/annotation.ts'
import { DocumentText } from '../../../preload/contract/document.ts'
import { AnnotationId, AnnotatorId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { Block, Span } from '../../../preload/contract/text.ts'
import type { TextIndex } from '../text/text-index.ts'

type Shape = { kind: Block['kind']; text: string; row?: number; column?: number; depth?: number }

/** The text made of these blocks, as the contract has it. */
export function textOf(shapes: readonly Shape[], more: Partial<DocumentText> = {}): DocumentText {
  let start = 0
  const blocks = shapes.map(({ kind, text, row = 0, column = 0, depth = 0 }) => {
    const block = { kind, start, end: start + text.length, ...own(kind, { row, column, depth }) }
    start += text.length + 1
    return block
  })
  return DocumentText.parse({
    id: 1,
    revisionId: 1,
    title: 'Sample',
    language: 'en',
    text: shapes.map(({ text }) => text).join('\n'),
    blocks,
    marks: [],
    breaks: [],
    ...more,
  })
}

export const paragraphs = (...texts: string[]): DocumentText =>
  textOf(texts.map((text) => ({ kind: 'paragraph', text })))

function own(kind: Block['kind'], { row, column, depth }: { row: number; column: number; depth: number }) {
  if (kind === 'heading') return { level: 2 }
  if (kind === 'list-item') return { depth, ordered: depth % 2 === 0 }
  if (kind === 'speaker-turn') return { speaker: 'Chair', time: null }
  if (kind === 'table-cell') return { row, column }
  return {}
}

const letters = fc.oneof(
  fc.constantFrom('a', 'b', ' ', '.', '\n', 'é', 'e\u0301', '👨‍👩‍👧', '🇨🇭', 'ש', 'ل', '中', '한', '\u200d'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const words = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''))
const kinds = fc.constantFrom<Block['kind']>(
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'speaker-turn',
  'table-cell',
  'verse',
  'preformatted',
)
const shape = fc.record({
  kind: kinds,
  text: words,
  row: fc.nat(3),
  column: fc.nat(3),
  depth: fc.nat(3),
})

/** Any text of up to some 200 blocks, long enough for several sections. */
export const anyText = fc
  .tuple(fc.array(shape, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1, 16))
  .map(([shapes, times]) => Array.from({ length: times }, () => shapes).flat())
  .chain((shapes) => {
    const plain = textOf(shapes)
    const extent = fc
      .tuple(fc.nat(plain.text.length), fc.nat(plain.text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    const mark = fc
      .tuple(fc.constantFrom('em', 'strong', 'sup', 'sub', 'link'), extent)
      .map(([kind, span]) => ({
        kind,
        ...span,
        ...(kind === 'link' && { href: 'https://example.org/' }),
      }))
    const pageBreak = fc.record({
      kind: fc.constantFrom('page', 'section'),
      at: fc.nat(plain.text.length),
    })
    return fc
      .record({ marks: fc.array(mark, { maxLength: 6 }), breaks: fc.array(pageBreak, { maxLength: 4 }) })
      .map((more) => DocumentText.parse({ ...plain, ...more }))
  })

const documentId = DocumentId.parse(1)
export const otherDocument = DocumentId.parse(2)

/** An annotation with these spans. */
export function brief(id: number, tag: number, ...spans: Span[]): AnnotationBrief {
  return {
    id: AnnotationId.parse(id),
    documentId,
    tagId: TagId.parse(tag),
    annotatorId: AnnotatorId.parse(1),
    tagVersion: 1,
    claimId: null,
    speakerId: null,
    spans,
  }
}

/** Any annotation over a text of that length, of one to three spans. */
export function anyBrief(length: number): fc.Arbitrary<AnnotationBrief> {
  return fc
    .record({
      id: fc.integer({ min: 1, max: 30 }),
      tag: fc.integer({ min: 1, max: 4 }),
      edges: fc.uniqueArray(fc.nat(length), { minLength: 2, maxLength: 6 }),
    })
    .map(({ id, tag, edges }) => {
      const sorted = edges.toSorted((a, b) => a - b)
      const spans: Span[] = []
      for (let i = 0; i + 1 < sorted.length; i += 2) spans.push({ start: sorted[i]!, end: sorted[i + 1]! })
      return brief(id, tag, ...spans)
    })
}

/** Any text with any annotations over it. */
export const anyAnnotatedText = anyText
  .filter(({ text }) => text.length >= 6)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      briefs: fc.uniqueArray(anyBrief(text.text.length), { selector: (one) => one.id, maxLength: 12 }),
    }),
  )

/** As they come from the database: one row a span, in reading order. */
export function columnsOf(briefs: readonly AnnotationBrief[]): AnnotationColumns {
  const rows = briefs
    .flatMap(({ id, tagId, spans }) => spans.map((span) => ({ id, tagId, ...span })))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
  const column = (value: (row: (typeof rows)[number]) => number) => Int32Array.from(rows, value)
  return {
    annotation: column(({ id }) => id),
    start: column(({ start }) => start),
    end: column(({ end }) => end),
    tag: column(({ tagId }) => tagId),
    annotator: column(() => 1),
    claim: column(() => 0),
  }
}

/** Blocks of an index in words, to compare lists with. */
export function blocksTouched(index: TextIndex, { start, end }: Span): number[] {
  const touched: number[] = []
  for (let block = 0; block < index.blockCount; block++) {
    if (index.starts[block]! < end && start <= index.ends[block]!) touched.push(block)
  }
  return touched
}
