import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Passage } from '../../document/index.ts'
import { heightsFor, lineHeight, paddingOfCard, placeCards } from './place-cards.ts'

/** Of a mark, and between two. */
const markHeight = 18
const betweenMarks = 2

interface Drawn {
  card: HTMLElement | null
  mark: HTMLElement | null
  /** Of the whole card, as high as its words need. */
  height: number
}

/**
 * Puts marks and cards beside their passages. It writes to the elements itself, since a text that moves (heights that
 * were estimated become true) takes its cards along in the same frame, which rendering them anew could not.
 */
export class CardLayout {
  readonly #drawn = new Map<AnnotationId, Drawn>()
  readonly #passages = new Map<AnnotationId, Passage>()
  readonly #observer = new ResizeObserver((entries) => this.#resized(entries))
  #order: readonly AnnotationId[] = []
  #focused: AnnotationId | null = null

  /** Where passages are now. Those that are out of sight stay where they were. */
  move(passages: readonly Passage[]): void {
    let hasMoved = false
    for (const passage of passages) {
      const before = this.#passages.get(passage.id)
      hasMoved ||= before !== undefined && Math.abs(before.top - passage.top) >= 0.5
      this.#passages.set(passage.id, passage)
    }
    if (hasMoved) this.place()
  }

  passage(id: AnnotationId): Passage | undefined {
    return this.#passages.get(id)
  }

  /** What is drawn, in reading order, and which of it is in focus. Forgets the rest. */
  show(order: readonly AnnotationId[], focused: AnnotationId | null): void {
    this.#order = order
    this.#focused = focused
    const wanted = new Set(order)
    for (const id of this.#passages.keys()) if (!wanted.has(id)) this.#passages.delete(id)
    this.place()
  }

  setCard(id: AnnotationId, card: HTMLElement | null): void {
    const drawn = this.#of(id)
    if (drawn.card) this.#observer.unobserve(innerOf(drawn.card))
    drawn.card = card
    if (card) this.#observer.observe(innerOf(card))
    this.#forgetEmpty(id, drawn)
  }

  setMark(id: AnnotationId, mark: HTMLElement | null): void {
    const drawn = this.#of(id)
    drawn.mark = mark
    this.#forgetEmpty(id, drawn)
  }

  place(): void {
    const ids = this.#order.filter((id) => this.#passages.has(id))
    const middles = ids.map((id) => {
      const { top, height } = this.#passages.get(id)!
      return top + height / 2
    })
    const focused = this.#focused === null ? -1 : ids.indexOf(this.#focused)

    const marks = middles.map((middle) => ({ top: middle - markHeight / 2, height: markHeight }))
    const markTops = placeCards(marks, -1, betweenMarks)
    for (const [at, id] of ids.entries()) setTop(this.#drawn.get(id)?.mark, markTops[at]!)

    const wanted = middles.map((middle, at) => ({
      top: middle - (paddingOfCard + lineHeight) / 2,
      height: this.#drawn.get(ids[at]!)?.height ?? paddingOfCard + lineHeight,
    }))
    const heights = heightsFor(wanted, focused)
    const tops = placeCards(
      wanted.map(({ top }, at) => ({ top, height: heights[at]! })),
      focused,
    )
    for (const [at, id] of ids.entries()) {
      const card = this.#drawn.get(id)?.card
      if (!card) continue
      setTop(card, tops[at]!)
      card.style.setProperty('--room', `${heights[at]}px`)
      card.toggleAttribute('data-cut', heights[at]! < wanted[at]!.height - 1)
    }
  }

  end(): void {
    this.#observer.disconnect()
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    const heights = new Map(entries.map(({ target, borderBoxSize }) => [target, borderBoxSize[0]!.blockSize]))
    for (const drawn of this.#drawn.values()) {
      const height = drawn.card && heights.get(innerOf(drawn.card))
      if (height) drawn.height = height + paddingOfCard
    }
    this.place()
  }

  #of(id: AnnotationId): Drawn {
    let drawn = this.#drawn.get(id)
    if (!drawn) {
      drawn = { card: null, mark: null, height: paddingOfCard + lineHeight }
      this.#drawn.set(id, drawn)
    }
    return drawn
  }

  #forgetEmpty(id: AnnotationId, { card, mark }: Drawn): void {
    if (!card && !mark) this.#drawn.delete(id)
  }
}

/** As high as the words, whatever of them is to be seen. */
function innerOf(card: HTMLElement): Element {
  return card.querySelector('.margin-card-inner')!
}

function setTop(element: HTMLElement | null | undefined, top: number): void {
  if (element) element.style.top = `${top}px`
}
