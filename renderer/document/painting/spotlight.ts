import type { TextDom } from '../text/text-dom.ts'
import type { TextIndex } from '../text/text-index.ts'

/** Marks the block with the caret as `data-here`, so that the others can be dimmed (focus.css). */
export class Spotlight {
  readonly #root: HTMLElement
  readonly #dom: TextDom
  readonly #index: TextIndex
  readonly #caret: () => number
  #block: HTMLElement | null = null

  constructor(root: HTMLElement, dom: TextDom, index: TextIndex, caret: () => number) {
    this.#root = root
    this.#dom = dom
    this.#index = index
    this.#caret = caret
  }

  set(on: boolean): void {
    this.#root.toggleAttribute('data-dimmed', on)
    if (on) this.follow()
    else this.#mark(null)
  }

  /** The caret may stand elsewhere. */
  follow(): void {
    if (!this.#root.hasAttribute('data-dimmed')) return
    this.#mark(this.#dom.element(this.#index.blockAt(this.#caret())))
  }

  #mark(block: HTMLElement | null): void {
    if (block === this.#block) return
    this.#block?.removeAttribute('data-here')
    block?.setAttribute('data-here', '')
    this.#block = block
  }
}
