import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Passage } from '../../document/index.ts'
import { heightsFor, lineHeight, paddingOfCard, placeCards } from './place-cards.ts'

/** Of a mark with the room around its number: as much as WCAG 2.2 wants a target to have. */
const markHeight = 24

/** Between the top of the window and a card that stays there. */
const edge = 10

/** From the top of a card to the middle of its first line. */
const aboveMiddle = (paddingOfCard + lineHeight) / 2

/** How far the annotation in focus can be seen, in CSS pixels from the top of the text. */
export interface Reach {
  windowTop: number
  /** Where its last line ends; Infinity when that is below the window, 0 when it is above. */
  bottom: number
  /** Of the whole text. */
  height: number
}

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
  #reach: Reach | null = null

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

  /**
   * What is drawn, in reading order, and which of it is in focus, with what can be seen of that. Forgets the rest. The
   * card in focus stays at the top of the window as long as its passage does: margin.css makes it sticky, so that it
   * costs nothing while one scrolls; the others make room for it when one rests.
   */
  show(order: readonly AnnotationId[], focused: AnnotationId | null, reach: Reach | null): void {
    this.#order = order
    this.#focused = focused
    this.#reach = reach
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

    const marks = middles.map((middle) => ({ top: middle - markHeight / 2, height: markHeight }))
    const markTops = placeCards(marks, -1, 0)
    for (const [at, id] of ids.entries()) setTop(this.#drawn.get(id)?.mark, markTops[at]!)

    const cards = ids.map((id, at) => {
      const height = this.#drawn.get(id)?.height ?? paddingOfCard + lineHeight
      const own = middles[at]! - aboveMiddle
      return { id, own, height, top: id === this.#focused ? this.#seenTop(own, height) : own }
    })
    // One that stays at the top of the window comes after those whose line went past it.
    const order = ({ own, top }: { own: number; top: number }) => (top > own ? top - edge - aboveMiddle : own)
    cards.sort((a, b) => order(a) - order(b))
    const focused = cards.findIndex(({ id }) => id === this.#focused)
    const heights = heightsFor(cards, focused)
    const tops = placeCards(
      cards.map(({ top }, at) => ({ top, height: heights[at]! })),
      focused,
    )
    for (const [at, { id, own, height }] of cards.entries()) {
      const card = this.#drawn.get(id)?.card
      if (!card) continue
      if (at === focused) this.#stick(card, own)
      else unstick(card, tops[at]!)
      card.style.setProperty('--room', `${heights[at]}px`)
      const lines = (heights[at]! - paddingOfCard) / lineHeight
      if (heights[at]! >= height - 1) delete card.dataset.cut
      else card.dataset.cut = lines < 2 ? 'one-line' : 'lines'
    }
  }

  /** Where the card in focus is to be seen, that wants to be at `own`. */
  #seenTop(own: number, height: number): number {
    if (!this.#reach) return own
    const { windowTop, bottom } = this.#reach
    return Math.max(own, Math.min(windowTop + edge, bottom - height))
  }

  #stick(card: HTMLElement, top: number): void {
    const { height = 0, bottom = 0 } = this.#reach ?? {}
    card.style.top = `${edge}px`
    card.style.marginTop = `${top}px`
    card.style.marginBottom = `${Math.max(0, height - bottom)}px`
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

function unstick(card: HTMLElement, top: number): void {
  setTop(card, top)
  card.style.marginTop = ''
  card.style.marginBottom = ''
}

function setTop(element: HTMLElement | null | undefined, top: number): void {
  if (element) element.style.top = `${top}px`
}
