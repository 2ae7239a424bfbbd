import { isHardWrapped } from '../../../../preload/contract/hard-wrap.ts'
import type { Block, StructuredText } from '../../../../preload/contract/text.ts'
import { type Of, runsFromRight, setEach, tableRunsFromRight } from '../blocks.ts'
import { textWidth } from './page-size.ts'
import { runs } from './runs.ts'

interface Setting {
  text: StructuredText
  inline: (start: number, end: number) => string
  /** A paragraph of its own before a block. */
  before(first: Block, last: Block): string
  /** The heading that is the title of the document, and its style. */
  title: { block: Block; style: string } | null
  /** Headings of the text begin below this level. */
  headingsBelow: number
  /** The number by which Word counts a list of its own. */
  newList(): number
}

interface Own {
  style?: string
  /** List and level. */
  numbering?: { list: number; level: number }
  fromRight?: boolean
  /** At the right edge, but to be read from the left. */
  atRight?: boolean
  /** The properties of the section that ends here. */
  endOfSection?: string
}

/** A paragraph around its runs; its properties in the order of the schema (17.3.1.26). */
export function paragraph(
  content: string,
  { style, numbering, fromRight, atRight, endOfSection }: Own = {},
): string {
  const own = [
    style && `<w:pStyle w:val="${style}"/>`,
    numbering &&
      `<w:numPr><w:ilvl w:val="${Math.min(8, numbering.level)}"/><w:numId w:val="${numbering.list}"/></w:numPr>`,
    fromRight && '<w:bidi/>',
    atRight && '<w:jc w:val="right"/>',
    endOfSection,
  ].filter(Boolean)
  return `<w:p>${own.length === 0 ? '' : `<w:pPr>${own.join('')}</w:pPr>`}${content}</w:p>`
}

/** The bullets of every list without numbers. */
export const bullets = 1

/** The whole text, block by block. */
export const setParagraphs = (setting: Setting): Generator<string> =>
  setEach(setting, { list, table, single })

function single(block: Block, setting: Setting): string {
  const { start, end } = block
  const words = setting.text.text.slice(start, end)
  const fromRight = runsFromRight(words)
  const content = setting.inline(start, end)
  // Between paragraphs there is room already.
  if (block.kind === 'paragraph' && content === '') return ''
  switch (block.kind) {
    case 'heading':
      return paragraph(content, {
        style:
          block === setting.title?.block
            ? setting.title.style
            : `Heading${Math.min(9, block.level + setting.headingsBelow)}`,
        fromRight,
      })
    case 'quotation':
      return paragraph(content, { style: 'Quotation', fromRight })
    case 'verse':
      return paragraph(content, { style: 'Verse', fromRight })
    case 'preformatted':
      return paragraph(content, { style: 'Preformatted', fromRight })
    case 'speaker-turn': {
      const speaker = [block.speaker, block.time].filter(Boolean).join(' · ')
      return (
        (speaker === '' ? '' : paragraph(runs(speaker), { style: 'Speaker', fromRight })) +
        paragraph(content, { style: 'Text', fromRight })
      )
    }
    default:
      // Line ends that only filled a measure are none here.
      return paragraph(
        isHardWrapped(words) ? content.replaceAll('<w:br/>', '<w:t xml:space="preserve"> </w:t>') : content,
        { style: 'Text', fromRight },
      )
  }
}

function list(items: readonly Of<'list-item'>[], setting: Setting): string {
  let numbered: number | null = null
  return items
    .map(({ start, end, depth, ordered }) => {
      if (ordered) numbered ??= setting.newList()
      else if (depth === 0) numbered = null
      const fromRight = runsFromRight(setting.text.text.slice(start, end))
      const numbering = { list: ordered ? numbered! : bullets, level: depth }
      return paragraph(setting.inline(start, end), { style: 'ListItem', numbering, fromRight })
    })
    .join('')
}

/** Word wants cells in every row, and a paragraph in every cell. */
function table(cells: readonly Of<'table-cell'>[], setting: Setting, heads: ReadonlySet<Block>): string {
  const columns = Math.min(63, Math.max(...cells.map(({ column }) => column)) + 1)
  const widths = columnWidths(cells, columns)
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map((row) => {
    const own = new Map<number, string>()
    for (const cell of row) {
      const { column, start, end } = cell
      const style = heads.has(cell) ? 'CellOfHead' : 'Cell'
      const fromRight = runsFromRight(setting.text.text.slice(start, end))
      const at = Math.min(column, columns - 1)
      own.set(at, (own.get(at) ?? '') + paragraph(setting.inline(start, end), { style, fromRight }))
    }
    const set = Array.from(
      { length: columns },
      (_, at) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${own.get(at) ?? '<w:p/>'}</w:tc>`,
    )
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${set.join('')}</w:tr>`
  })
  const fromRight = tableRunsFromRight(cells, setting.text.text) ? '<w:bidiVisual/>' : ''
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblStyle w:val="CopiedTable"/>${fromRight}<w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`
}

/** In twentieths of a point. Word finds widths of its own from these; others take them as they are. */
function columnWidths(cells: readonly Of<'table-cell'>[], columns: number): number[] {
  const longest = new Array<number>(columns).fill(leastOfColumn)
  for (const { column, start, end } of cells) {
    const at = Math.min(column, columns - 1)
    longest[at] = Math.min(mostOfColumn, Math.max(longest[at]!, end - start))
  }
  const all = longest.reduce((sum, one) => sum + one, 0)
  return longest.map((one) => Math.floor((textWidth * one) / all))
}

/** In characters: more stand on several lines, in a column that is not wider for it. */
const mostOfColumn = 60
const leastOfColumn = 10
