import { BlockStack } from './block-stack.ts'
import {
  blockElements,
  emElements,
  headingLevel,
  leftOutElements,
  listElements,
  preformattedElements,
  silentElements,
  strongElements,
  struckOutElements,
} from './html-elements.ts'
import { HtmlFlow } from './html-flow.ts'
import { findLayoutTables, TableGrid } from './html-tables.ts'
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isHidden,
  isText,
  walkTree,
} from './html-tree.ts'
import { unkeptLink } from './loss-notes.ts'
import { linkTargetOf } from './stated-facts.ts'
import { Tally } from './tally.ts'
import { type BlockShape, type MarkShape, TextBuilder } from './text-builder.ts'

/** What of a page is read; the rest is passed over as if it were not there. */
export interface PagePart {
  holds(element: HtmlElement): boolean
  holdsText(text: HtmlText): boolean
}

/** Reads a page’s tree into blocks and marks, once, from the top. Nothing in it runs and nothing is fetched. */
export class HtmlWalk {
  readonly leftOut = new Tally()
  struckOut = 0
  readonly renumbered: number[] = []
  readonly #builder = new TextBuilder()
  readonly #stack = new BlockStack(this.#builder)
  readonly #flow = new HtmlFlow(this.#builder, this.#stack)
  readonly #base: string | undefined
  readonly #layoutTables: ReadonlySet<HtmlElement>
  readonly #part: PagePart | null
  #lists: { ordered: boolean }[] = []
  #grids: TableGrid[] = []
  /** What is to be done where an element ends. */
  #endings = new Map<HtmlElement, () => void>()

  /** `base` is the address relative links are resolved against. Without a `part` the whole page is read. */
  constructor(page: HtmlNode, base: string | undefined, part: PagePart | null = null) {
    this.#base = base
    this.#part = part
    this.#layoutTables = findLayoutTables(page)
    walkTree(page, {
      enter: (element) => this.#enter(element),
      leave: (element) => this.#leave(element),
      text: (text) => this.#text(text),
    })
  }

  finish() {
    return this.#builder.finish()
  }

  #text(text: HtmlText): void {
    if (this.#part?.holdsText(text) ?? true) this.#flow.text(text.value)
  }

  #enter(element: HtmlElement): boolean {
    if (this.#part && !this.#part.holds(element)) return false
    const { tagName } = element
    const leftOut = leftOutElements.get(tagName)
    if (leftOut) {
      if (attributeOf(element, 'type') !== 'hidden') this.leftOut.add(...leftOut)
      return false
    }
    if (silentElements.has(tagName)) return false
    if (isTagList(element)) {
      this.leftOut.add('list of tags of Taguette', 'lists of tags of Taguette')
      return false
    }
    if (isHidden(element)) {
      this.leftOut.add('hidden part')
      return false
    }
    if (tagName === 'br') this.#flow.lineBreak()
    else if (tagName === 'hr') this.#rule()
    else if (blockElements.has(tagName)) this.#enterBlock(element)
    else this.#enterInline(element)
    return true
  }

  #leave(element: HtmlElement): void {
    const ending = this.#endings.get(element)
    if (ending) {
      this.#endings.delete(element)
      ending()
    }
    if (blockElements.has(element.tagName)) this.#flow.boundary()
  }

  #rule(): void {
    this.#flow.boundary()
    this.#builder.breakBeforeNext('section')
  }

  #enterBlock(element: HtmlElement): void {
    const { tagName } = element
    this.#flow.boundary()
    if (listElements.has(tagName)) this.#enterList(element)
    // Whatever a cell of data holds, it stays one cell.
    if (this.#stack.kind === 'table-cell') return
    const level = headingLevel(tagName)
    if (level !== null) this.#enterShape(element, { kind: 'heading', level }, true)
    else if (preformattedElements.has(tagName)) this.#enterShape(element, { kind: 'preformatted' }, true)
    else if (tagName === 'blockquote') this.#enterShape(element, { kind: 'quotation' }, false)
    else if (tagName === 'li') this.#enterItem(element)
    else if (tagName === 'table') this.#enterTable(element)
    else if (tagName === 'tr') this.#grids.at(-1)?.nextRow()
    else if (tagName === 'td' || tagName === 'th') this.#enterCell(element)
  }

  #enterShape(element: HtmlElement, shape: BlockShape, joins: boolean): void {
    this.#stack.enter(shape, { joins })
    this.#endings.set(element, () => {
      this.#flow.boundary()
      this.#stack.leave()
    })
  }

  #enterList(element: HtmlElement): void {
    this.#lists.push({ ordered: element.tagName === 'ol' })
    const start = element.tagName === 'ol' ? attributeOf(element, 'start') : null
    const first = start === null ? Number.NaN : Number.parseInt(start, 10)
    if (!Number.isNaN(first) && first !== 1) this.renumbered.push(first)
    this.#endings.set(element, () => this.#lists.pop())
  }

  #enterItem(element: HtmlElement): void {
    const depth = Math.max(0, this.#lists.length - 1)
    this.#enterShape(
      element,
      { kind: 'list-item', depth, ordered: this.#lists.at(-1)?.ordered ?? false },
      true,
    )
  }

  #enterTable(element: HtmlElement): void {
    if (this.#layoutTables.has(element)) return
    this.#grids.push(new TableGrid())
    this.#endings.set(element, () => this.#grids.pop())
  }

  #enterCell(element: HtmlElement): void {
    const grid = this.#grids.at(-1)
    if (!grid) return
    this.#enterShape(element, { kind: 'table-cell', ...grid.nextCell(element) }, true)
    // A cell without text is a cell all the same.
    this.#stack.openForText()
  }

  #enterInline(element: HtmlElement): void {
    const { tagName } = element
    if (struckOutElements.has(tagName)) this.struckOut++
    if (tagName === 'q') {
      // Browsers draw these marks although they are not in the file.
      this.#flow.text('“')
      this.#endings.set(element, () => this.#flow.text('”'))
    }
    const mark = this.#markOf(element)
    if (!mark) return
    this.#builder.mark(mark)
    this.#endings.set(element, () => this.#builder.unmark())
  }

  #markOf(element: HtmlElement): MarkShape | null {
    const { tagName } = element
    if (emElements.has(tagName)) return { kind: 'em' }
    if (strongElements.has(tagName)) return { kind: 'strong' }
    if (tagName === 'sup' || tagName === 'sub') return { kind: tagName }
    const written = tagName === 'a' ? attributeOf(element, 'href') : null
    if (written === null) return null
    const href = linkTargetOf(written, this.#base)
    if (href !== null) return { kind: 'link', href }
    this.leftOut.add(...unkeptLink)
    return null
  }
}

/** What Taguette writes behind a highlight: its tags in brackets. */
function isTagList(element: HtmlElement): boolean {
  if (element.tagName !== 'span' || attributeOf(element, 'class') !== 'taglist') return false
  const [words] = element.childNodes
  return words !== undefined && isText(words) && words.value.startsWith('[')
}
