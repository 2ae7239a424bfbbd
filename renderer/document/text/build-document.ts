import type { Node, NodeType } from 'prosemirror-model'
import type { DocumentText } from '../../../preload/contract/document.ts'
import type { Block, BlockKind } from '../../../preload/contract/text.ts'
import { schema } from './schema.ts'
import { divide, endOfRow, type Piece } from './sections.ts'
import { columnWidths } from './table-columns.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { setTypography } from './typography.ts'

type Source = Pick<DocumentText, 'text' | 'blocks' | 'marks'>

// Made without ProseMirror’s check of each node’s content, which the tests do.
const { nodes } = schema
const nodeOf: Record<BlockKind, NodeType> = {
  paragraph: nodes.paragraph,
  heading: nodes.heading,
  'list-item': nodes.item,
  quotation: nodes.quotation,
  'speaker-turn': nodes.speakerTurn,
  'table-cell': nodes.cell,
  verse: nodes.verse,
  preformatted: nodes.preformatted,
}

const widestGap = 100

/** The blocks that are drawn: a text without any has an empty paragraph, since a caret has to be somewhere. */
export function drawnBlocks({ blocks }: Pick<Source, 'blocks'>): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', start: 0, end: 0 }]
}

/** The ProseMirror document of a text, and the index between the two. */
export function buildDocument(source: Source): { doc: Node; index: TextIndex } {
  const blocks = drawnBlocks(source)
  const build = runBuilder(source, blocks)
  let runBefore = -1

  const sections = divide(source.text, blocks).map(({ pieces, lines }) => {
    const content: Node[] = []
    for (const run of runsOf(pieces)) {
      const continued = run[0]!.run === runBefore
      content.push(build(run, continued))
      runBefore = run[0]!.run
    }
    return nodes.section.create({ lines }, content)
  })
  const doc = nodes.doc.create(null, sections)
  return { doc, index: indexText(doc, blocks) }
}

/** Pieces of one list or table that stand together in a section. */
function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.[0]?.run === piece.run) last.push(piece)
    else runs.push([piece])
  }
  return runs
}

/** Runs are to be built in the order of the text. */
function runBuilder({ text, marks }: Source, blocks: readonly Block[]) {
  const inline = setTypography({ text, marks })
  let widths = ''

  const build = (at: number): Node => {
    const { kind, start, end } = blocks[at]!
    return nodeOf[kind].create({ block: at }, inline(start, end))
  }

  const buildRow = (first: number, last: number): Node => {
    const cells: Node[] = []
    let column = 0
    for (let at = first; at < last; at++) {
      const cell = blocks[at]!
      const missing = cell.kind === 'table-cell' ? cell.column - column : 0
      if (missing > 0) cells.push(nodes.absent.create({ columns: Math.min(missing, widestGap) }))
      cells.push(build(at))
      column += Math.max(0, missing) + 1
    }
    return nodes.row.create(null, cells)
  }

  return (run: readonly Piece[], continued: boolean): Node => {
    const { kind, first } = run[0]!
    const last = run.at(-1)!.last
    if (kind === 'block') return build(first)
    if (kind === 'item') {
      const items: Node[] = []
      for (let at = first; at < last; at++) items.push(build(at))
      return nodes.list.create({ continued }, items)
    }

    if (kind === 'table') widths = ''
    else if (!continued) widths = columnWidths(text, blocks, first)
    const rows: Node[] = []
    for (let from = first; from < last; ) {
      const to = endOfRow(blocks, from, last)
      rows.push(buildRow(from, to))
      from = to
    }
    return nodes.table.create({ continued, widths }, rows)
  }
}
