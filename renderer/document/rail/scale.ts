import type { Block } from '../../../preload/contract/text.ts'
import { estimatedLines } from '../text/sections.ts'
import type { TextDom } from '../text/text-dom.ts'

// So few are measured block by block: to lay out those that are not near the window costs nothing then.
const fewSections = 3

/**
 * Where blocks stand in the whole height that the text scrolls through. Sections that have not been near the window
 * have an estimated height, which is the one that scrolling goes by; within a section blocks stand by their
 * estimated lines, since to measure them would have the section laid out.
 */
export class RailScale {
  readonly #text: string
  readonly #blocks: readonly Block[]
  readonly #dom: TextDom
  #lines: Float64Array | null = null

  constructor(text: string, blocks: readonly Block[], dom: TextDom) {
    this.#text = text
    this.#blocks = blocks
    this.#dom = dom
  }

  /** The tops of all blocks and the bottom of the last, in rows of a rail of `height`. */
  measure(root: HTMLElement, page: HTMLElement, height: number): Float64Array {
    const { sections } = this.#dom
    const share = height / Math.max(1, root.scrollHeight)
    const pageTop = page.getBoundingClientRect().top
    const count = this.#dom.blocksOf(sections.length - 1).end
    const tops = new Float64Array(count + 1)
    let bottom = 0
    for (const [i, section] of sections.entries()) {
      const rect = section.getBoundingClientRect()
      bottom = rect.bottom - pageTop
      const { first, end } = this.#dom.blocksOf(i)
      if (sections.length <= fewSections) this.#measureBlocks(tops, first, end, pageTop)
      else this.#estimateBlocks(tops, first, end, rect.top - pageTop, rect.height)
    }
    if (sections.length <= fewSections && count > 0)
      bottom = this.#dom.element(count - 1).getBoundingClientRect().bottom - pageTop
    tops[count] = bottom
    // Cells of one row stand at one height, and rounding must not turn the order.
    for (let block = 0; block <= count; block++)
      tops[block] = Math.max(tops[block]! * share, block > 0 ? tops[block - 1]! : 0)
    return tops
  }

  #measureBlocks(tops: Float64Array, first: number, end: number, pageTop: number): void {
    for (let block = first; block < end; block++)
      tops[block] = this.#dom.element(block).getBoundingClientRect().top - pageTop
  }

  #estimateBlocks(tops: Float64Array, first: number, end: number, top: number, height: number): void {
    this.#lines ??= Float64Array.from(this.#blocks, (_, at) => estimatedLines(this.#text, this.#blocks, at))
    const lines = this.#lines
    let all = 0
    for (let block = first; block < end; block++) all += lines[block]!
    let above = 0
    for (let block = first; block < end; block++) {
      tops[block] = top + (height * above) / Math.max(1, all)
      above += lines[block]!
    }
  }
}
