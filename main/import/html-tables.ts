import { headingLevel, leftOutElements } from './html-elements.ts'
import { attributeOf, type HtmlElement, type HtmlNode, walkTree } from './html-tree.ts'

/** A cell with so many paragraphs is a column of a page. */
const paragraphsOfAColumn = 3

/**
 * Tables that lay out a page instead of holding data: those with a table, a heading or a `pre` inside, with several
 * paragraphs in a cell, with a single cell, without a word, or that say so. What is in them is read as if they were not
 * there.
 */
export function findLayoutTables(root: HtmlNode): ReadonlySet<HtmlElement> {
  const layout = new Set<HtmlElement>()
  const open: { table: HtmlElement; cells: number; paragraphs: number; hasWords: boolean }[] = []
  walkTree(root, {
    enter(element) {
      const { tagName } = element
      const around = open.at(-1)
      if (tagName === 'table') {
        if (around) layout.add(around.table)
        if (/^(?:presentation|none)$/.test(attributeOf(element, 'role') ?? '')) layout.add(element)
        open.push({ table: element, cells: 0, paragraphs: 0, hasWords: false })
      } else if (around) {
        if (tagName === 'pre' || headingLevel(tagName) !== null) layout.add(around.table)
        if (tagName === 'td' || tagName === 'th') {
          around.cells++
          around.paragraphs = 0
        }
        if (tagName === 'p' && ++around.paragraphs >= paragraphsOfAColumn) layout.add(around.table)
      }
      return true
    },
    leave(element) {
      if (element.tagName !== 'table') return
      const { cells = 0, hasWords = false } = open.pop() ?? {}
      if (cells <= 1 || !hasWords) layout.add(element)
    },
    text({ value, parentNode }) {
      const around = open.at(-1)
      if (around && !around.hasWords && !leftOutElements.has(parentNode?.nodeName ?? ''))
        around.hasWords = value.trim() !== ''
    },
  })
  return layout
}

/**
 * Where the cells of one data table stand (HTML Standard, 4.9.12, “forming a table”): cells that reach over several
 * columns or rows push the others on.
 */
export class TableGrid {
  #row = -1
  #column = 0
  /** By column, the first row in which no cell from above reaches down. */
  #freeFrom = new Map<number, number>()

  nextRow(): void {
    this.#row++
    this.#column = 0
  }

  nextCell(cell: HtmlElement): { row: number; column: number } {
    if (this.#row < 0) this.#row = 0
    while ((this.#freeFrom.get(this.#column) ?? 0) > this.#row) this.#column++
    const place = { row: this.#row, column: this.#column }
    const width = spanOf(cell, 'colspan', 1, 1000)
    const height = spanOf(cell, 'rowspan', 0, 65_534)
    if (height !== 1) {
      const end = height === 0 ? Number.POSITIVE_INFINITY : this.#row + height
      for (let i = 0; i < width; i++) this.#freeFrom.set(this.#column + i, end)
    }
    this.#column += width
    return place
  }
}

function spanOf(cell: HtmlElement, name: string, least: number, most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10)
  return Number.isNaN(value) || value < least ? 1 : Math.min(value, most)
}
