import { elementIn, elementsIn, isElement, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import { noteOnBoxes, unkeptLink } from '../loss-notes.ts'
import type { OfficeText } from '../office-text.ts'
import { linkTargetOf } from '../stated-facts.ts'
import { counted } from '../tally.ts'
import type { BlockShape, MarkShape } from '../text-builder.ts'
import type { OdtStyles, OdtWords } from './styles.ts'

/** A list that is open: its style and whether its item has had its first paragraph. */
interface OpenList {
  style: string | undefined
  itemBegun: boolean
}

/** Reads the text of an OpenDocument file, or of a note of it (OpenDocument 1.3, part 3). */
export class OdtWalk {
  readonly #out: OfficeText
  readonly #styles: OdtStyles
  #lists: OpenList[] = []
  #link: MarkShape | null = null
  /** The next space would follow another one. */
  #afterSpace = true
  #boxes: XmlElement[] = []
  #inTable = 0
  readonly #begun = new Set<string>()
  readonly #seen = { inserted: 0, boxes: 0 }

  constructor(out: OfficeText, styles: OdtStyles) {
    this.#out = out
    this.#styles = styles
  }

  blocks(parent: XmlElement): void {
    for (const element of elementsIn(parent)) {
      const rule = this.#blockRules[element.name]
      if (rule) rule(element)
      else if (indexes.has(element.name)) this.#inside(element, 'text:index-body')
    }
  }

  tell(): void {
    const { inserted, boxes } = this.#seen
    if (inserted > 0) {
      this.#out.tell(
        `${counted(inserted, 'tracked insertion')} ${inserted === 1 ? 'is' : 'are'} part of the text.`,
      )
    }
    if (boxes > 0) this.#out.tell(noteOnBoxes(boxes))
  }

  readonly #blockRules: Readonly<Record<string, (element: XmlElement) => void>> = {
    'text:p': (element) => this.#paragraph(element, null),
    'text:h': (element) =>
      this.#paragraph(element, Number(element.attributes.get('text:outline-level') ?? 1) || 1),
    'text:list': (element) => this.#list(element),
    'text:numbered-paragraph': (element) => this.blocks(element),
    'text:section': (element) => {
      if (isHidden(element)) this.#out.leftOut.add('hidden section')
      else this.blocks(element)
    },
    'text:tracked-changes': (element) => this.#changes(element),
    'text:soft-page-break': () => this.#out.pageBreak(),
    'table:table': (element) => this.#table(element),
    'draw:frame': (element) => this.#frame(element),
    'draw:custom-shape': (element) => this.#shape(element),
    'office:annotation': (element) => this.#comment(element),
  }

  #changes(element: XmlElement): void {
    for (const region of elementsIn(element, 'text:changed-region')) {
      const deletion = elementIn(region, 'text:deletion')
      if (deletion) {
        const [said, by] = saidIn(deletion)
        this.#out.leftOut.add('deleted revision', undefined, said, by)
      }
      if (elementIn(region, 'text:insertion')) this.#seen.inserted++
    }
  }

  #comment(element: XmlElement): void {
    const [said, by] = saidIn(element)
    this.#out.leftOut.add('comment', undefined, said, by)
  }

  #paragraph(element: XmlElement, level: number | null): void {
    const style = this.#styles.paragraph(element.attributes.get('text:style-name'))
    if (style.hidden) {
      if (textIn(element).trim() !== '') this.#out.leftOut.add('hidden passage')
      return
    }
    this.#out.startParagraph(this.#shapeOf(style.shape, level))
    if (style.beginsPage) this.#out.pageBreak()
    this.#afterSpace = true
    this.#inline(element, {})
    this.#out.endParagraph()
    for (const box of this.#boxes.splice(0)) this.blocks(box)
  }

  #shapeOf(shape: BlockShape, level: number | null): BlockShape {
    if (level !== null) return { kind: 'heading', level: Math.min(6, Math.max(1, level)) }
    const list = this.#lists.at(-1)
    if (!list || list.itemBegun) return shape
    list.itemBegun = true
    if (shape.kind === 'heading') return shape
    const depth = this.#lists.length - 1
    const found = this.#styles.level(list.style, depth + 1)
    return { kind: 'list-item', depth: Math.min(8, depth), ordered: found?.ordered ?? false }
  }

  #list(element: XmlElement): void {
    const style = element.attributes.get('text:style-name') ?? this.#lists.at(-1)?.style
    const depth = this.#lists.length + 1
    const first = elementIn(element, 'text:list-item')?.attributes.get('text:start-value')
    const level = this.#styles.level(style, depth)
    const start = Number(first ?? level?.start ?? 1)
    const key = `${style} ${depth}`
    if (level?.ordered && start !== 1 && !this.#begun.has(key)) this.#out.renumbered.push(start)
    this.#begun.add(key)
    for (const item of elementsIn(element)) {
      this.#lists.push({ style, itemBegun: item.name === 'text:list-header' })
      this.blocks(item)
      this.#lists.pop()
    }
  }

  #inline(parent: XmlElement, look: OdtWords): void {
    for (const node of parent.children) {
      if (!isElement(node)) {
        this.#collapsed(node, look)
        continue
      }
      const rule = this.#inlineRules[node.name]
      if (rule) rule(node, look)
      // Fields show what is inside them.
      else if (node.name.startsWith('text:')) this.#inline(node, look)
    }
  }

  readonly #inlineRules: Readonly<Record<string, (element: XmlElement, look: OdtWords) => void>> = {
    'text:span': (element, look) => {
      const own = this.#styles.words(element.attributes.get('text:style-name'))
      if (own.hidden && textIn(element).trim() !== '') this.#out.leftOut.add('hidden passage')
      this.#inline(element, { ...look, ...own })
    },
    'text:a': (element, look) => this.#linked(element, look),
    'text:s': (element, look) => {
      const count = Math.min(1000, Math.max(1, Number(element.attributes.get('text:c') ?? 1) || 1))
      this.#words(' '.repeat(count), look)
    },
    'text:tab': (_, look) => this.#words('\t', look),
    'text:line-break': (_, look) => {
      this.#words('\n', look)
      this.#afterSpace = true
    },
    'text:soft-page-break': () => this.#out.pageBreak(),
    'text:note': (element) => this.#note(element),
    'text:hidden-text': () => this.#out.leftOut.add('hidden passage'),
    'text:hidden-paragraph': () => {},
    'text:change-start': () => {},
    'text:ruby': (element, look) => {
      this.#out.leftOut.add('reading aid above the characters', 'reading aids above the characters')
      const base = elementIn(element, 'text:ruby-base')
      if (base) this.#inline(base, look)
    },
    'office:annotation': (element) => this.#comment(element),
    'draw:frame': (element) => this.#frame(element),
    'draw:custom-shape': (element) => this.#shape(element),
    'draw:a': (element, look) => this.#inline(element, look),
    'draw:g': () => this.#out.leftOut.add('drawing or embedded object', 'drawings or embedded objects'),
  }

  #linked(element: XmlElement, look: OdtWords): void {
    const written = element.attributes.get('xlink:href') ?? ''
    const href = linkTargetOf(written)
    // Links inside the document say nothing without it.
    if (href === null && !written.startsWith('#')) this.#out.leftOut.add(...unkeptLink)
    const outer = this.#link
    if (href !== null) this.#link = { kind: 'link', href }
    this.#inline(element, look)
    this.#link = outer
  }

  /** Runs of white space are one space; more are written as elements. */
  #collapsed(raw: string, look: OdtWords): void {
    let text = raw.replace(/[ \t\n]+/g, ' ')
    if (this.#afterSpace && text.startsWith(' ')) text = text.slice(1)
    if (text === '') return
    this.#words(text, look)
    this.#afterSpace = text.endsWith(' ')
  }

  #words(text: string, look: OdtWords): void {
    this.#afterSpace = false
    if (look.hidden) return
    const marks: MarkShape[] = this.#link ? [this.#link] : []
    if (look.bold) marks.push({ kind: 'strong' })
    if (look.italic) marks.push({ kind: 'em' })
    if (look.place) marks.push({ kind: look.place })
    this.#out.words(text, { marks, struckOut: look.struckOut ?? false })
  }

  #note(element: XmlElement): void {
    const body = elementIn(element, 'text:note-body')
    if (!body) return
    this.#out.footnote(() => {
      const lists = this.#lists
      this.#lists = []
      this.blocks(body)
      this.#lists = lists
    })
    this.#afterSpace = false
  }

  #frame(element: XmlElement): void {
    const box = elementIn(element, 'draw:text-box')
    if (box) {
      this.#seen.boxes++
      this.#boxes.push(box)
    } else if (elementIn(element, 'draw:image') && !elementIn(element, 'draw:object'))
      this.#out.leftOut.add('picture', undefined, aboutFrame(element))
    else this.#out.leftOut.add('drawing or embedded object', 'drawings or embedded objects')
  }

  #shape(element: XmlElement): void {
    if (textIn(element).trim() === '') {
      this.#out.leftOut.add('drawing or embedded object', 'drawings or embedded objects')
      return
    }
    this.#seen.boxes++
    this.#boxes.push(element)
  }

  #table(table: XmlElement): void {
    const rows = rowsIn(table).map((row) =>
      elementsIn(row).filter(
        ({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell',
      ),
    )
    const cells = rows.flat().filter(({ name }) => name === 'table:table-cell')
    const lists = this.#lists
    this.#lists = []
    if (this.#inTable > 0 || cells.length <= 1) for (const cell of cells) this.blocks(cell)
    else this.#cells(rows)
    this.#lists = lists
  }

  #cells(rows: XmlElement[][]): void {
    this.#inTable++
    rows.forEach((cells, row) => {
      let column = 0
      for (const cell of cells) {
        const repeated = Math.min(
          1000,
          Math.max(1, Number(cell.attributes.get('table:number-columns-repeated') ?? 1) || 1),
        )
        for (let at = 0; at < repeated && cell.name === 'table:table-cell'; at++) {
          this.#out.startCell(row, column + at)
          this.blocks(cell)
          this.#out.endCell()
        }
        column += repeated
      }
    })
    this.#inTable--
  }

  #inside(element: XmlElement, name: string): void {
    const inner = elementIn(element, name)
    if (inner) this.blocks(inner)
  }
}

const indexes = new Set(
  [
    'table-of-content',
    'illustration-index',
    'table-index',
    'object-index',
    'user-index',
    'alphabetical-index',
    'bibliography',
  ].map((name) => `text:${name}`),
)

const groups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group'])

function rowsIn(table: XmlElement): XmlElement[] {
  return elementsIn(table).flatMap((element) => {
    if (element.name === 'table:table-row') return [element]
    return groups.has(element.name) ? rowsIn(element) : []
  })
}

const isHidden = ({ attributes }: XmlElement) =>
  attributes.get('text:display') === 'none' || attributes.get('text:is-hidden') === 'true'

/** What a comment or a deletion says, and who wrote it. */
function saidIn(element: XmlElement): [said: string, by: string] {
  const creator = findIn(element, 'dc:creator')
  const paragraphs = elementsIn(element).filter(({ name }) => /^text:(?:p|h|list|section)$/.test(name))
  return [paragraphs.map(textIn).join(' '), creator ? textIn(creator) : '']
}

/** Deletions have it a level deeper than comments. */
const findIn = (element: XmlElement, name: string): XmlElement | undefined =>
  elementIn(element, name) ??
  elementsIn(element, 'office:change-info')
    .map((inner) => elementIn(inner, name))
    .find(Boolean)

/** The words that stand for a picture, where its author gave it any. */
function aboutFrame(frame: XmlElement): string {
  const words = elementsIn(frame).find(({ name }) => /(?:^|[:}])(?:desc|title)$/.test(name))
  return words ? textIn(words) : ''
}
