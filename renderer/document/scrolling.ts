import { firstWhere } from './text/near-window.ts'
import type { TextDom } from './text/text-dom.ts'
import type { TextIndex } from './text/text-index.ts'
import type { ReadingPlace, RevealOptions } from './view.ts'

type Stretch = { start: number; end: number }

const framesToSettle = 4
const charactersLookedAt = 16
/** Blocks, lines of a poem perhaps, that one sees above or below another. */
const blocksInSight = 25

/**
 * Scrolls to offsets. Sections that were never near the window have an estimated height, which becomes true when
 * they are laid out; so the target’s surroundings are measured first, and the place is taken again for some frames.
 */
export class Scrolling {
  readonly #root: HTMLElement
  readonly #dom: TextDom
  readonly #index: TextIndex
  readonly #moved: () => void
  #settling = 0

  /** `moved` is called after each move and when it has come to rest. */
  constructor(root: HTMLElement, dom: TextDom, index: TextIndex, moved: () => void) {
    this.#root = root
    this.#dom = dom
    this.#index = index
    this.#moved = moved
  }

  reveal(span: Stretch, align: NonNullable<RevealOptions['align']>): void {
    this.#settle(this.#index.blockAt(span.start), () => this.#distance(span, align))
  }

  goTo({ offset, shift }: ReadingPlace): void {
    if (offset === this.#index.starts[0] && shift === 0) {
      this.stop()
      this.#root.scrollTop = 0
      this.#moved()
      return
    }
    this.#settle(this.#index.blockAt(offset), () => {
      const rect = this.#rectAt(offset)
      return rect.top + shift * rect.height - this.#root.getBoundingClientRect().top
    })
  }

  /** What lies at the top of the window. */
  place(): ReadingPlace {
    if (this.#root.scrollTop <= 0) return { offset: this.#index.starts[0]!, shift: 0 }
    const top = this.#root.getBoundingClientRect().top
    const offset = this.#firstOffsetBelow(top)
    const rect = this.#rectAt(offset)
    return { offset, shift: rect.height > 0 ? (top - rect.top) / rect.height : 0 }
  }

  /** What lies at a height of the window, given as a share of it. */
  offsetAt(share: number): number {
    const { top, height } = this.#root.getBoundingClientRect()
    return this.#firstOffsetBelow(top + share * height)
  }

  /** The same as `place` for an offset that is in sight; null when it is not. A shift below the top is negative. */
  placeInSight(offset: number): ReadingPlace | null {
    const view = this.#root.getBoundingClientRect()
    const rect = this.#rectAt(offset)
    if (rect.height === 0 || rect.top < view.top || rect.bottom > view.bottom) return null
    return { offset, shift: (view.top - rect.top) / rect.height }
  }

  get isSettling(): boolean {
    return this.#settling > 0
  }

  /** The person scrolls; what was being settled no longer matters. */
  stop(): void {
    if (this.#settling === 0) return
    this.#settling = 0
    this.#moved()
  }

  #settle(block: number, distance: () => number): void {
    this.#measureAround(block)
    this.#root.scrollTop += distance()
    const run = ++runs
    this.#settling = run
    this.#moved()
    let frames = framesToSettle
    const again = () => {
      if (this.#settling !== run || !this.#root.isConnected) return
      const rest = distance()
      if (Math.abs(rest) >= 1) this.#root.scrollTop += rest
      if (--frames > 0) {
        requestAnimationFrame(again)
        return
      }
      this.#settling = 0
      this.#moved()
    }
    requestAnimationFrame(again)
  }

  /**
   * Gives a section its true height, and its neighbours where they may be in sight. Having them laid out by `content-visibility: visible`
   * would do too, but back at `auto` they would not be there for clicks until the next frame.
   */
  #measureAround(block: number): void {
    const first = this.#dom.sectionOf(Math.max(0, block - blocksInSight))
    const last = this.#dom.sectionOf(Math.min(block + blocksInSight, this.#index.blockCount - 1))
    for (let at = first; at <= last; at++) {
      const { first, end } = this.#dom.blocksOf(at)
      const firstBlock = this.#dom.element(first)
      const lastBlock = this.#dom.element(end - 1)
      const height =
        lastBlock.getBoundingClientRect().bottom -
        firstBlock.getBoundingClientRect().top +
        Number.parseFloat(getComputedStyle(firstBlock).marginTop) +
        Number.parseFloat(getComputedStyle(lastBlock).marginBottom)
      this.#dom.sections[at]!.style.containIntrinsicBlockSize = `${height}px`
    }
  }

  /** How far to scroll, positive downwards. */
  #distance({ start, end }: Stretch, align: NonNullable<RevealOptions['align']>): number {
    const view = this.#root.getBoundingClientRect()
    const first = this.#rectAt(start)
    const last = end > start ? this.#rectAt(end - 1) : first
    const height = last.bottom - first.top
    const margin = Math.min(64, view.height / 6)
    if (align === 'nearest') {
      const above = first.top - margin - view.top
      const below = last.bottom + margin - view.bottom
      if (above >= 0 && below <= 0) return 0
      return above < 0 || height > view.height - 2 * margin ? above : below
    }
    const fits = height < view.height - 2 * margin
    const room =
      align === 'top' || !fits ? margin : align === 'centre' ? (view.height - height) / 2 : view.height / 3
    return first.top - view.top - Math.min(room, Math.max(margin, view.height - margin - height))
  }

  /** White space that is not drawn has no place; what follows it on the line has. */
  #rectAt(offset: number): DOMRect {
    const block = this.#index.blockAt(offset)
    const end = this.#index.ends[block]!
    const first = Math.max(this.#index.starts[block]!, Math.min(offset, end - 1))
    for (let at = first; at < Math.min(end, first + charactersLookedAt); at++) {
      const rect = this.#dom.range(at, at + 1).getClientRects()[0]
      if (rect) return rect
    }
    return this.#dom.element(block).getBoundingClientRect()
  }

  #firstOffsetBelow(top: number): number {
    const { sections } = this.#dom
    const reaches = (element: HTMLElement) => element.getBoundingClientRect().bottom > top
    const reachingSection = firstWhere(0, sections.length, (i) => reaches(sections[i]!))
    const within = this.#dom.blocksOf(Math.min(reachingSection, sections.length - 1))
    const reachingBlock = firstWhere(within.first, within.end, (i) => reaches(this.#dom.element(i)))
    const block = Math.min(reachingBlock, within.end - 1)
    return firstWhere(
      this.#index.starts[block]!,
      this.#index.ends[block]!,
      (offset) => this.#rectAt(offset).bottom > top,
    )
  }
}

let runs = 0
