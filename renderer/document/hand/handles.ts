import type { Span } from '../../../preload/contract/text.ts'
import type { TextDom } from '../text/text-dom.ts'
import type { End } from './adjusting.ts'

/** What of the handles is to be seen. `active`: the end that keys move. */
export interface ShownHandles {
  spans: readonly Span[]
  color: string
  active: End | null
}

/** In coordinates of the window. */
interface Place {
  x: number
  top: number
  bottom: number
}

/** The handles at the ends of the focused annotation’s spans, for those that lie near the window. */
export class Handles {
  readonly #layer: HTMLElement
  readonly #dom: TextDom
  #elements: HTMLElement[] = []

  constructor(layer: HTMLElement, dom: TextDom) {
    this.#layer = layer
    this.#dom = dom
  }

  /**
   * Measures now and gives what then writes, so that all that is drawn over a text is measured before any of it is
   * written. `isNear` tells which offsets may be measured. The elements stay the same while the number of spans does.
   */
  measure(shown: ShownHandles | null, isNear: (offset: number) => boolean): () => void {
    if (!shown) return () => this.#resize(0)
    const ends = endsOf(shown.spans)
    const origin = this.#layer.getBoundingClientRect()
    const places = ends.map((end) => {
      const offset = shown.spans[end.span]![end.edge]
      return isNear(offset) ? this.#placeOf(shown.spans[end.span]!, end) : null
    })
    return () => this.#write(shown, ends, places, origin)
  }

  #write(
    { active, color }: ShownHandles,
    ends: readonly End[],
    places: readonly (Place | null)[],
    origin: DOMRect,
  ): void {
    this.#resize(ends.length)
    for (const [i, end] of ends.entries()) {
      const element = this.#elements[i]!
      const place = places[i]
      element.hidden = !place
      element.dataset.edge = end.edge
      element.dataset.span = String(end.span)
      element.toggleAttribute('data-active', active?.span === end.span && active.edge === end.edge)
      if (!place) continue
      element.style.cssText =
        `left: ${place.x - origin.left}px; top: ${place.top - origin.top}px; ` +
        `height: ${place.bottom - place.top}px; --mark-line: ${color}`
    }
  }

  #resize(count: number): void {
    while (this.#elements.length > count) this.#elements.pop()!.remove()
    while (this.#elements.length < count) {
      const element = document.createElement('div')
      element.className = 'document-handle'
      this.#elements.push(this.#layer.appendChild(element))
    }
  }

  #placeOf({ start, end }: Span, { edge }: End): Place | null {
    const range = edge === 'start' ? this.#dom.range(start, start + 1) : this.#dom.range(end - 1, end)
    const all = [...range.getClientRects()]
    const rect = edge === 'start' ? all[0] : all.at(-1)
    if (!rect) return null
    const atLeft = (edge === 'start') !== this.#dom.runsRightToLeft(edge === 'start' ? start : end - 1)
    return { x: atLeft ? rect.left : rect.right, top: rect.top, bottom: rect.bottom }
  }
}

function endsOf(spans: readonly Span[]): End[] {
  return spans.flatMap((_, span) => [{ span, edge: 'start' } as const, { span, edge: 'end' } as const])
}
