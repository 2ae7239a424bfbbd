import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { Handles } from '../hand/handles.ts'
import type { PageTurn } from '../text/breaks.ts'
import { type BlockRange, blocksNear } from '../text/near-window.ts'
import type { Surface } from '../text/surface.ts'
import type { TextDom } from '../text/text-dom.ts'
import type { TextIndex } from '../text/text-index.ts'
import type { Passage } from '../view.ts'
import { Annotations, noColumns } from './annotations.ts'
import { HighlightSheet } from './highlight-sheet.ts'
import { laneRoomIn } from './lane-room.ts'
import { MarginMarks } from './margin-marks.ts'
import { Painter } from './painter.ts'
import {
  copiesIn,
  marksIn,
  noPassages,
  paintsOf,
  type Shown,
  spansOf,
  strokesIn,
  undrawnIn,
} from './strokes.ts'
import { TagPaint } from './tag-paint.ts'

/**
 * Paints what is to be seen over the text. Whoever changes it says which blocks look different; the next frame
 * measures and then writes, for the blocks near the window.
 */
export class Painting {
  readonly shown: Shown
  readonly tags = new TagPaint()
  isAdjustable = true
  /** Whether keys move the ends of the focused annotation. */
  keysAdjust = false

  readonly #root: HTMLElement
  readonly #dom: TextDom
  readonly #index: TextIndex
  readonly #isScrolling: () => boolean
  readonly #measureAround: () => () => void
  readonly #painted: () => void
  readonly #sheet = new HighlightSheet()
  readonly #painter: Painter
  readonly #margin: MarginMarks
  readonly #handles: Handles
  #near: BlockRange = { first: 0, last: -1 }
  #frame = 0
  #count = 0

  constructor(
    { root, marks, handles }: Surface,
    dom: TextDom,
    index: TextIndex,
    pages: ReadonlyMap<number, PageTurn[]>,
    isScrolling: () => boolean,
    /** Measures what else follows the text, and gives what then writes it. */
    measureAround: () => () => void,
    painted: () => void,
  ) {
    this.#root = root
    this.#dom = dom
    this.#index = index
    this.#isScrolling = isScrolling
    this.#measureAround = measureAround
    this.#painted = painted
    this.shown = {
      annotations: new Annotations(index, noColumns, this.tags.isShown),
      links: new Map(),
      copies: [],
      focused: null,
      hovered: null,
      pending: null,
      adjusting: null,
      found: noPassages,
      currentFound: null,
      kept: null,
    }
    this.#painter = new Painter(
      (block) => {
        // For whoever looks from outside; on every block of a long text it would cost a tenth of opening it.
        dom.element(block).dataset.block = String(block)
        return strokesIn(block, this.shown, index, this.tags, this.#sheet)
      },
      (block, start, end) => dom.staticRange(block, start, end),
    )
    this.#margin = new MarginMarks(
      marks,
      dom,
      (block) => ({
        marks: marksIn(block, this.shown, index, this.tags),
        copies: copiesIn(block, this.shown, index),
        pages: pages.get(block) ?? [],
        undrawn: undrawnIn(block, this.shown, this.tags),
      }),
      (id) => this.shown.annotations.placeOf(id)?.number,
    )
    this.#handles = new Handles(handles, dom)
  }

  /** Paints now what the next frame would have. */
  paint = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const near = blocksNear(this.#dom, this.#root)
    this.#near = near
    this.#painter.paint(near)
    // First everything is measured and then everything is written, so that the page is laid out once.
    const writes = [
      this.#margin.measure(this.#painter.painted),
      this.#measureHandles(near),
      this.#measureAround(),
    ]
    for (const write of writes) write()
    this.#root.dataset.painted = String(++this.#count)
    this.#painted()
    if (!this.#isScrolling()) this.#root.removeAttribute('data-busy')
  }

  #measureHandles(near: BlockRange): () => void {
    const { focused, adjusting, annotations } = this.shown
    const tag = focused === null ? undefined : annotations.tagOf(focused)
    const isNear = (offset: number) => {
      const block = this.#index.blockAt(offset)
      return near.first <= block && block <= near.last
    }
    if (!this.isAdjustable || focused === null || tag === undefined)
      return this.#handles.measure(null, isNear)
    const active = this.keysAdjust && adjusting ? adjusting.end : null
    const color = this.tags.colors(tag).line
    return this.#handles.measure({ spans: spansOf(focused, this.shown), color, active }, isNear)
  }

  /** The part of a span that lies in the blocks painted last. */
  partNear({ start, end }: Span): Span | null {
    const { first, last } = this.#near
    if (last < first) return null
    const from = Math.max(start, this.#index.starts[first]!)
    const to = Math.min(end, this.#index.ends[last]!)
    return from < to ? { start: from, end: to } : null
  }

  /** Of the last painting. */
  passagesInSight(): Passage[] {
    return [...this.#focusedFromAbove(), ...this.#begunInSight()]
  }

  /** The annotation in focus where it begins above the blocks that are painted and reaches into them. */
  #focusedFromAbove(): Passage[] {
    const { annotations, focused } = this.shown
    const tag = focused === null ? undefined : annotations.tagOf(focused)
    if (focused === null || tag === undefined || !this.tags.isShown(tag)) return []
    const spans = annotations.spansOf(focused)
    const first = spans[0] && this.#index.blockAt(spans[0].start)
    if (first === undefined || first >= this.#near.first || !spans.some((span) => this.partNear(span)))
      return []
    const number = annotations.numbersIn(first).get(focused)
    return number === undefined ? [] : [{ id: focused, number, top: 0, height: 0 }]
  }

  #begunInSight(): Passage[] {
    const { annotations } = this.shown
    return [...this.#margin.beginnings()].flatMap(([block, beginnings]) => {
      if (beginnings.length === 0) return []
      const numbers = annotations.numbersIn(block)
      return beginnings.flatMap(({ id, top, height }) => {
        const number = numbers.get(id)
        return number === undefined ? [] : [{ id, number, top, height }]
      })
    })
  }

  /** Paints the whole text, for paper; `paint` returns to what is near the window. */
  paintAll(): void {
    this.#painter.paint({ first: 0, last: this.#index.blockCount - 1 })
  }

  askForFrame(): void {
    this.#root.setAttribute('data-busy', '')
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.paint)
  }

  looksDifferent(blocks: Iterable<number>): void {
    const touched = [...blocks]
    this.#painter.invalidate(touched)
    this.#margin.invalidate(touched)
    this.askForFrame()
  }

  /** What is drawn in these blocks stays; the next frame, whoever asks for it, writes in the margins whose it is. */
  arrived(blocks: Iterable<number>): void {
    this.#margin.invalidate(blocks)
  }

  spansLookDifferent(spans: readonly Span[]): void {
    this.looksDifferent(this.#blocksOf(spans))
  }

  allLooksDifferent(): void {
    this.#painter.invalidateAll()
    this.#margin.invalidateAll()
    this.askForFrame()
  }

  /** Others are found; nothing in the margins tells of them. */
  foundChanged(): void {
    this.#painter.invalidateAll()
    this.askForFrame()
  }

  /** The text has another shape; its annotations have the same paint, but for the room that lines have under the words. */
  shapeChanged(): void {
    this.#margin.invalidateAll()
    const { lanes, step } = laneRoomIn(this.#root)
    if (lanes !== this.tags.laneRoom.lanes || step !== this.tags.laneRoom.step) this.paintChanged()
  }

  /** What stands in the margins is other, the paint of the text is not. */
  marginsChanged(): void {
    this.#margin.invalidateAll()
    this.askForFrame()
  }

  /** Tags or the theme are others. */
  paintChanged(): void {
    this.tags.laneRoom = laneRoomIn(this.#root)
    this.#sheet.setPaints(paintsOf(this.tags))
    this.allLooksDifferent()
  }

  /** Changes which annotation stands out. */
  standOut(which: 'focused' | 'hovered' | 'pending', id: AnnotationId | null): void {
    const before = this.shown[which]
    if (before === id) return
    this.shown[which] = id
    for (const one of [before, id]) if (one !== null) this.spansLookDifferent(spansOf(one, this.shown))
  }

  #blocksOf(spans: readonly Span[]): Set<number> {
    const blocks = new Set<number>()
    for (const { start, end } of spans) {
      const last = this.#index.blockAt(end)
      for (let block = this.#index.blockAt(start); block <= last; block++) blocks.add(block)
    }
    return blocks
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#painter.end()
    this.#sheet.destroy()
  }
}
