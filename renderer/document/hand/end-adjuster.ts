import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { Unit } from '../view.ts'
import {
  type Adjusting,
  beginAdjusting,
  differ,
  type End,
  isMoved,
  moveAllBy,
  moveBy,
  moveTo,
  offsetOf,
  turnToEnd,
} from './adjusting.ts'
import type { Bounds, Edge } from './bounds.ts'
import { endMoveOf } from './reading-keys.ts'

const charactersSaid = 40
const howTo = 'Tab goes to the other end, Shift moves both, Enter keeps, Escape restores. '

/** They would move the caret out of the annotation, and end the adjusting unsaid. */
const caretKeys = /^(Home|End|Page(Up|Down))$/

/** What the adjuster needs of the view it belongs to. */
export interface AdjustedView {
  readonly bounds: Bounds
  readonly text: string
  readonly isMac: boolean
  spansOf(id: AnnotationId): Span[]
  /** The ends as they are being moved, or null for those that are stored. */
  show(adjusting: Adjusting | null): void
  isRightToLeft(offset: number): boolean
  offsetNear(x: number, y: number): number | null
  reveal(offset: number): void
  keep(id: AnnotationId, spans: Span[]): Promise<unknown> | undefined
  say(sentence: string): void
  /** Adjusting by key began or ended. */
  keysTaken(id: AnnotationId | null): void
}

/** Moves the ends of an annotation, by key from `start` to Enter or Escape, or by dragging a handle. */
export class EndAdjuster {
  readonly #view: AdjustedView
  #state: Adjusting | null = null
  #dragging = false
  /** Kept and on its way to the project. */
  #waiting: Adjusting | null = null

  constructor(view: AdjustedView) {
    this.#view = view
  }

  get state(): Adjusting | null {
    return this.#state
  }

  get isDragging(): boolean {
    return this.#dragging
  }

  get takesKeys(): boolean {
    return this.#state !== null && !this.#dragging
  }

  start(id: AnnotationId): void {
    this.stop(false)
    const spans = this.#view.spansOf(id)
    if (spans.length === 0) return
    this.#show(beginAdjusting(id, spans, { span: spans.length - 1, edge: 'end' }))
    this.#view.keysTaken(id)
    this.#say(`Adjusting. ${howTo}`)
  }

  grab(id: AnnotationId, end: End): void {
    const spans = this.#state?.id === id ? this.#state.spans : this.#view.spansOf(id)
    if (this.#state && this.#state.id !== id) this.stop(false)
    const before = this.#state?.before ?? spans
    this.#dragging = true
    this.#show({ id, before, spans, end })
  }

  /** The end goes to the nearest edge of such a unit. */
  dragTo(x: number, y: number, unit: Exclude<Unit, 'paragraph'>): void {
    const offset = this.#state && this.#view.offsetNear(x, y)
    if (this.#state === null || offset === null) return
    const { edge } = this.#state.end
    const place = unit === 'character' ? offset : this.#view.bounds.nearestEdge(offset, edge, unit)
    this.#show(moveTo(this.#state, place, this.#view.bounds, this.#view.text.length))
  }

  drop(): void {
    this.#dragging = false
    this.stop(true)
  }

  /** Whether the key was for the ends. */
  key(event: KeyboardEvent): boolean {
    const state = this.#state
    if (!state) return false
    if (event.key === 'Escape') {
      this.stop(false)
      this.#view.say('The ends are as they were.')
      return true
    }
    if (this.#dragging) return false
    if (event.key === 'Enter') {
      this.stop(true)
      if (!isMoved(state)) this.#view.say('The ends are as they were.')
      return true
    }
    if (caretKeys.test(event.key)) {
      this.#say(howTo)
      return true
    }
    if (event.key === 'Tab') this.#turn(turnToEnd(state, event.shiftKey ? -1 : 1), '')
    else {
      const move = endMoveOf(event, this.#view.isMac, this.#view.isRightToLeft(offsetOf(state)))
      if (!move) return false
      const by = event.shiftKey ? moveAllBy : moveBy
      const next = by(state, move.unit, move.direction, this.#view.bounds, this.#view.text.length)
      this.#turn(next, !differ(state.spans, next.spans) ? 'No further. ' : event.shiftKey ? 'Moved. ' : '')
    }
    return true
  }

  #turn(next: Adjusting, said: string): void {
    this.#show(next)
    this.#view.reveal(offsetOf(next))
    this.#say(said)
  }

  stop(keep: boolean): void {
    const state = this.#state
    if (!state) return
    this.#state = null
    const byKey = !this.#dragging
    this.#dragging = false
    const kept = keep && isMoved(state) ? this.#view.keep(state.id, [...state.spans]) : undefined
    this.#waiting = kept ? state : null
    if (!kept) this.#view.show(null)
    // What is stored arrives with a patch; until then the new ends stay on the screen.
    kept
      ?.catch(() => undefined)
      .finally(() => {
        if (this.#waiting !== state) return
        this.#waiting = null
        if (!this.#state) this.#view.show(null)
      })
    if (byKey) this.#view.keysTaken(null)
  }

  #show(state: Adjusting): void {
    this.#state = state
    this.#waiting = null
    this.#view.show(state)
  }

  #say(before: string): void {
    const { end, spans } = this.#state!
    const name = spans.length > 1 ? `${end.edge} of part ${end.span + 1}` : end.edge
    this.#view.say(
      `${before}${name[0]!.toUpperCase()}${name.slice(1)}: “${this.#wordsAtEnd(spans[end.span]!, end.edge)}”`,
    )
  }

  #wordsAtEnd({ start, end }: Span, edge: Edge): string {
    const words = this.#view.text.slice(start, end)
    if (words.length <= charactersSaid) return words
    return edge === 'start' ? `${words.slice(0, charactersSaid)}…` : `…${words.slice(-charactersSaid)}`
  }
}
