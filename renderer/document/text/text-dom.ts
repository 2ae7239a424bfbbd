import type { EditorView } from 'prosemirror-view'
import { hasRightToLeft, runsRightToLeft } from './direction.ts'
import type { SectionBuilder } from './section-builder.ts'
import type { Surface } from './surface.ts'
import { lastAtOrBefore, type TextIndex } from './text-index.ts'

export interface DomPlace {
  node: Node
  offset: number
}

/**
 * Finds the elements of sections and blocks and the places of offsets among them. ProseMirror owns these elements:
 * what is found may be drawn over, measured and given styles of its own, but not moved.
 */
export class TextDom {
  readonly #view: EditorView
  readonly #index: TextIndex
  readonly #blocks: Surface['blocks']
  readonly #builder: SectionBuilder
  readonly sections: readonly HTMLElement[]
  readonly #firstBlocks: Int32Array
  readonly #text: string
  readonly #mayTurn: boolean

  constructor({ view, blocks, builder }: Surface, index: TextIndex, text: string) {
    this.#view = view
    this.#builder = builder
    this.#text = text
    this.#mayTurn = hasRightToLeft(text)
    this.#index = index
    this.#blocks = blocks
    this.sections = [...view.dom.children] as HTMLElement[]
    this.#firstBlocks = new Int32Array(this.sections.length)
    view.state.doc.forEach((_section, position, i) => {
      this.#firstBlocks[i] = index.blockAt(index.toOffset(position, 1))
    })
  }

  sectionOf(block: number): number {
    return lastAtOrBefore(this.#firstBlocks, block)
  }

  /** The blocks of a section: from the first to before the last. */
  blocksOf(section: number): { first: number; end: number } {
    return {
      first: this.#firstBlocks[section]!,
      end: this.#firstBlocks[section + 1] ?? this.#index.blockCount,
    }
  }

  /** Builds it where that has not been done yet. */
  element(block: number): HTMLElement {
    const known = this.#blocks[block]
    if (known) return known
    this.#builder.build(this.sectionOf(block))
    return this.#blocks[block]!
  }

  /** The place of an offset of this block in its text, or in the block itself where it has none. */
  placeIn(block: number, offset: number): DomPlace {
    let rest = offset - this.#index.starts[block]!
    const element = this.element(block)
    const only = element.firstChild
    if (only instanceof Text && only.length >= rest) return { node: only, offset: rest }

    let last: DomPlace = { node: element, offset: 0 }
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      last = { node, offset: Math.min(rest, node.length) }
      if (rest <= node.length) break
      rest -= node.length
    }
    return last
  }

  place(offset: number): DomPlace {
    return this.placeIn(this.#index.blockAt(offset), offset)
  }

  range(start: number, end: number): Range {
    const range = document.createRange()
    const from = this.place(start)
    const to = this.place(end)
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** For a highlight: costs nothing when the page changes, as a live range would. */
  staticRange(block: number, start: number, end: number): StaticRange {
    const from = this.placeIn(block, start)
    const to = this.placeIn(block, end)
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  /** Whether the lines of the block at an offset begin on the right. */
  isRightToLeft(offset: number): boolean {
    if (!this.#mayTurn) return false
    return getComputedStyle(this.element(this.#index.blockAt(offset))).direction === 'rtl'
  }

  /** Whether the character at an offset stands to the left of the one before it. */
  runsRightToLeft(offset: number): boolean {
    if (!this.#mayTurn) return false
    return runsRightToLeft(this.#text, offset) ?? this.isRightToLeft(offset)
  }

  /** The offset of a place, or null where it lies outside the text. */
  offsetAt({ node, offset }: DomPlace): number | null {
    if (!this.#view.dom.contains(node)) return null
    return this.#index.toOffset(this.#view.posAtDOM(node, offset, 1), 1)
  }
}
