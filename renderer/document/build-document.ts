import type { Node } from 'prosemirror-model'
import type { DocumentText } from '../../preload/contract/document.ts'
import type { Block } from '../../preload/contract/text.ts'
import { breaksBetween } from './breaks.ts'
import { isHardWrapped } from './hard-wrap.ts'
import { labelLists } from './list-labels.ts'
import { schema } from './schema.ts'
import { divide, endOfRow, type Piece } from './sections.ts'
import { columnWidths } from './table-columns.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { setTypography } from './typography.ts'

type Source = Pick<DocumentText, 'text' | 'blocks' | 'marks' | 'breaks'>

// Made without ProseMirror’s check of each node’s content, which the tests do.
const { nodes } = schema

// Letters of scripts that run from right to left; beyond the basic plane the first halves of their pairs.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/

const deepestList = 8
const widestGap = 100

/** The ProseMirror document of a text, and the index between the two. */
export function buildDocument(source: Source): { doc: Node; index: TextIndex } {
  const blocks = source.blocks.length > 0 ? source.blocks : [{ kind: 'paragraph', start: 0, end: 0 } as const]
  const build = blockBuilder({ ...source, blocks })
  let runBefore = -1

  const sections = divide({ text: source.text, blocks }).map(({ pieces, lines }) => {
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

function blockBuilder({ text, blocks, marks, breaks }: Source) {
  const inline = setTypography({ text, marks })
  const label = labelLists()
  const begins = breaksBetween(blocks, breaks)

  const mayTurn = rightToLeft.test(text)
  let widths = ''

  const build = (at: number): Node => {
    const block = blocks[at]!
    const turns = mayTurn && rightToLeft.test(text.slice(block.start, block.end))
    const common = { block: at, dir: turns ? 'auto' : '', ...begins.get(at) }
    const content = inline(block.start, block.end)
    const sign = label(block)
    switch (block.kind) {
      case 'paragraph':
        return nodes.paragraph.create({ ...common, set: settingOf(text, block) }, content)
      case 'heading':
        return nodes.heading.create({ ...common, level: block.level }, content)
      case 'list-item': {
        const depth = Math.min(block.depth, deepestList)
        return nodes.item.create({ ...common, depth, label: sign }, content)
      }
      case 'speaker-turn': {
        const { speaker, time } = block
        return nodes.speakerTurn.create({ ...common, speaker, time: time ?? '' }, content)
      }
      case 'table-cell':
        return nodes.cell.create(common, content)
      case 'quotation':
      case 'verse':
      case 'preformatted':
        return nodes[block.kind].create(common, content)
    }
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
    if (kind === 'item') return nodes.list.create({ continued }, range(first, last).map(build))

    if (kind === 'table') widths = ''
    else if (!continued) widths = columnWidths(blocks, first)
    const rows: Node[] = []
    for (let from = first; from < last; ) {
      const to = endOfRow(blocks, from, last)
      rows.push(buildRow(from, to))
      from = to
    }
    return nodes.table.create({ continued, widths }, rows)
  }
}

/** How a paragraph is set: with its line ends, or anew where they only filled a measure. */
function settingOf(text: string, { start, end }: Block): string {
  if (start === end) return 'empty'
  const lineEnd = text.indexOf('\n', start)
  if (lineEnd < 0 || lineEnd >= end) return 'plain'
  return isHardWrapped(text.slice(start, end)) ? 'anew' : 'lines'
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, i) => first + i)
}
