import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { TextDom } from '../text/text-dom.ts'
import { barsBeside } from './margin-bars.ts'
import {
  barOf,
  copyLineOf,
  copySignOf,
  linkCornerOf,
  linkSignOf,
  pageTurnOf,
  undrawnSignOf,
  writeNumber,
} from './margin-elements.ts'
import type { BlockCopy, BlockMarks, MarginMark, MarkPlace, PlacedCopy, PlacedMark } from './margin-mark.ts'

/** Where an annotation begins: the top and the height of its first line’s letters, from the top of the layer. */
export interface Beginning {
  id: AnnotationId
  top: number
  height: number
}

interface Group {
  element: HTMLElement
  top: number
  /** Their tops are from the top of the block. */
  beginnings: Beginning[]
  signs: Map<AnnotationId, HTMLElement>
}

interface Measured {
  block: number
  top: number
  /** Where the next block begins, from the top of this one. */
  below: number
  marks: PlacedMark[]
  copies: PlacedCopy[]
  undrawn: number
  pages: { page: number; x: number; top: number; height: number }[]
}

/**
 * Bars in the margin beside annotations, a small sign at the end of those that have links, and where a page of the
 * source begins inside a block, for the painted blocks. They lie over the text in an element of their own, one
 * group a block, and scroll with it.
 */
export class MarginMarks {
  readonly #layer: HTMLElement
  readonly #dom: TextDom
  readonly #marksOf: (block: number) => BlockMarks
  readonly #numberIn: (id: AnnotationId) => string
  readonly #groups = new Map<number, Group>()
  /** Blocks whose marks are to be drawn anew; until then those that are there stay. */
  readonly #stale = new Set<number>()

  constructor(
    layer: HTMLElement,
    dom: TextDom,
    marksOf: (block: number) => BlockMarks,
    numberOf: (id: AnnotationId) => number | undefined,
  ) {
    this.#layer = layer
    this.#dom = dom
    this.#marksOf = marksOf
    this.#numberIn = (id) => String(numberOf(id) ?? '')
  }

  /**
   * Measures now, for these blocks, and gives what then writes: draws the marks of new blocks, moves those whose block
   * has moved, and forgets the rest.
   */
  measure(blocks: Iterable<number>): () => void {
    const wanted = new Set(blocks)
    const stays = (block: number) => this.#groups.has(block) && wanted.has(block) && !this.#stale.has(block)
    const drawn = [...this.#groups.keys()]
    const gone = drawn.filter((block) => !stays(block))
    const origin = this.#layer.getBoundingClientRect()
    const tops = drawn.filter(stays).map((block) => [block, this.#topOf(block) - origin.top] as const)
    const measured = [...wanted].filter((block) => !stays(block)).map((block) => this.#measure(block, origin))
    return () => this.#write(gone, tops, measured)
  }

  #write(
    gone: readonly number[],
    tops: readonly (readonly [block: number, top: number])[],
    measured: readonly Measured[],
  ): void {
    for (const block of gone) {
      this.#groups.get(block)!.element.remove()
      this.#groups.delete(block)
    }
    const mayCountAnew = this.#stale.size > 0
    this.#stale.clear()
    for (const [block, top] of tops) {
      const group = this.#groups.get(block)!
      if (Math.abs(group.top - top) < 0.5) continue
      group.top = top
      group.element.style.top = `${top}px`
    }
    if (mayCountAnew) this.#number(tops.map(([block]) => this.#groups.get(block)!))
    for (const one of measured) {
      const drawn = groupOf(one, this.#numberIn)
      this.#groups.set(one.block, { ...drawn, top: one.top, beginnings: beginningsIn(one) })
      if (drawn.element.hasChildNodes()) this.#layer.append(drawn.element)
    }
  }

  /** One more or fewer before them gives the signs that stay another number. */
  #number(groups: readonly Group[]): void {
    for (const { signs } of groups) {
      for (const [id, sign] of signs) {
        const number = this.#numberIn(id)
        if (sign.textContent !== number) writeNumber(sign, number)
      }
    }
  }

  /** The drawn blocks in order, each with the annotations that begin in it. */
  *beginnings(): Generator<[block: number, Beginning[]]> {
    for (const block of [...this.#groups.keys()].sort((a, b) => a - b)) {
      const { top, beginnings } = this.#groups.get(block)!
      yield [block, beginnings.map((one) => ({ ...one, top: one.top + top }))]
    }
  }

  /** To be followed by `measure` and what that gives. */
  invalidate(blocks: Iterable<number>): void {
    for (const block of blocks) this.#stale.add(block)
  }

  invalidateAll(): void {
    this.invalidate(this.#groups.keys())
  }

  #topOf(block: number): number {
    return this.#dom.element(block).getBoundingClientRect().top
  }

  #measure(block: number, origin: DOMRect): Measured {
    const element = this.#dom.element(block)
    const { top: blockTop, bottom } = element.getBoundingClientRect()
    const nextTop = element.nextElementSibling?.getBoundingClientRect().top ?? bottom
    const { marks, copies, pages, undrawn } = this.#marksOf(block)
    return {
      block,
      below: Math.max(bottom, nextTop) - blockTop,
      top: blockTop - origin.top,
      undrawn,
      marks: marks.flatMap((mark) => {
        const place = this.#place(mark, blockTop, origin.left)
        return place ? [{ mark, place }] : []
      }),
      copies: copies.flatMap((copy) => this.#placeCopy(copy, blockTop)),
      pages: pages.flatMap(({ at, page }) => {
        const rect = this.#dom.range(at, at + 1).getClientRects()[0]
        return rect
          ? [{ page, x: rect.left - origin.left, top: rect.top - blockTop, height: rect.height }]
          : []
      }),
    }
  }

  #placeCopy(copy: BlockCopy, blockTop: number): PlacedCopy[] {
    const rects = this.#dom.range(copy.start, copy.end).getClientRects()
    const [first, last] = [rects[0], rects[rects.length - 1]]
    if (!first || !last) return []
    const second = [...rects].find(({ top }) => top > first.top + first.height / 2)
    const pitch = second ? second.top - first.top : first.height * usualPitch
    return [{ copy, top: first.top - blockTop, bottom: last.bottom - blockTop, line: first.height, pitch }]
  }

  #place({ start, end, link }: MarginMark, blockTop: number, left: number): MarkPlace | null {
    const rects = this.#dom.range(start, end).getClientRects()
    const first = rects[0]
    const last = rects[rects.length - 1]
    if (!first || !last) return null
    const isRightToLeft = this.#dom.runsRightToLeft(end - 1)
    // Where directions are mixed the last rectangle is not always that of the last letter.
    const letter = (link && this.#dom.range(end - 1, end).getClientRects()[0]) || last
    return {
      top: first.top - blockTop,
      bottom: last.bottom - blockTop,
      line: first.height,
      end: {
        x: (isRightToLeft ? letter.left : letter.right) - left,
        top: letter.top - blockTop,
        bottom: letter.bottom - blockTop,
        isRightToLeft,
      },
    }
  }
}

function beginningsIn({ marks }: Measured): Beginning[] {
  return marks.flatMap(({ mark, place }) =>
    mark.isFirst ? [{ id: mark.id, top: place.top, height: place.line }] : [],
  )
}

/** Of the letters’ height, where a passage has one line only. */
const usualPitch = 1.3

/** The middle of the first line of a copied passage at which no annotation begins: its number stands there. */
function signLineOf({ top, line, pitch }: PlacedCopy, begun: readonly number[]): number {
  let middle = top + line / 2
  while (begun.some((other) => Math.abs(other - middle) < pitch / 2)) middle += pitch
  return Math.round(middle)
}

function groupOf(
  { block, top, below, marks, copies, pages, undrawn }: Measured,
  numberIn: (id: AnnotationId) => string,
): Pick<Group, 'element' | 'signs'> {
  const group = document.createElement('div')
  group.className = 'document-marks'
  group.style.top = `${top}px`
  group.dataset.marksOf = String(block)
  const signs = new Map<AnnotationId, HTMLElement>()
  const signsOnLine = new Map<number, number>()
  for (const bar of barsBeside(marks, below)) group.append(barOf(bar))
  const begun = marks.flatMap(({ mark, place }) => (mark.isFirst ? [place.top + place.line / 2] : []))
  for (const placed of copies) {
    group.append(copyLineOf(placed, below))
    if (!placed.copy.isFirst) continue
    const line = signLineOf(placed, begun)
    signsOnLine.set(line, 1)
    group.append(copySignOf(placed.copy.copy, line))
  }
  for (const { mark, place } of marks) {
    if (!mark.link) continue
    const line = Math.round((place.end.top + place.end.bottom) / 2)
    const before = signsOnLine.get(line) ?? 0
    signsOnLine.set(line, before + 1)
    const sign = linkSignOf(mark, mark.link, numberIn(mark.id), line, before)
    signs.set(mark.id, sign)
    group.append(linkCornerOf(mark, place), sign)
  }
  const first = marks[0]?.place
  if (undrawn > 0 && first) {
    const line = Math.round(first.top + first.line / 2)
    group.append(undrawnSignOf(undrawn, line, signsOnLine.get(line) ?? 0))
  }
  for (const { page, x, top: lineTop, height } of pages) group.append(pageTurnOf(page, x, lineTop, height))
  return { element: group, signs }
}
