import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { TextDom } from './text-dom.ts'
import type { LinkMark } from './view.ts'

/** What the margins of a block say about one of the annotations that reach into it. */
export interface MarginMark {
  id: AnnotationId
  tagName: string
  /** The part of it that lies in this block. */
  start: number
  end: number
  lane: number
  isDimmed: boolean
  line: string
  ink: string
  /** Of its links, where this part is its last. */
  link: LinkMark | undefined
}

interface Measured {
  block: number
  top: number
  marks: {
    mark: MarginMark
    top: number
    bottom: number
    end: { x: number; top: number; height: number; isRightToLeft: boolean }
  }[]
}

/**
 * Bars in the margin beside annotations, and a small sign at the end of those that have links, for the painted
 * blocks. They lie over the text in an element of their own, one group a block, and scroll with it.
 */
export class MarginMarks {
  readonly #layer: HTMLElement
  readonly #dom: TextDom
  readonly #marksOf: (block: number) => MarginMark[]
  readonly #groups = new Map<number, HTMLElement>()

  constructor(layer: HTMLElement, dom: TextDom, marksOf: (block: number) => MarginMark[]) {
    this.#layer = layer
    this.#dom = dom
    this.#marksOf = marksOf
  }

  /** Draws the marks of new blocks, moves those whose block has moved, and forgets the rest. */
  draw(blocks: Iterable<number>): void {
    const wanted = new Set(blocks)
    for (const [block, group] of this.#groups) {
      if (wanted.has(block)) continue
      group.remove()
      this.#groups.delete(block)
    }
    // First everything is measured and then everything is written, so that the page is laid out once.
    const origin = this.#layer.getBoundingClientRect()
    const tops = new Map([...this.#groups.keys()].map((block) => [block, this.#topOf(block) - origin.top]))
    const measured = [...wanted]
      .filter((block) => !this.#groups.has(block))
      .map((block) => this.#measure(block, origin))

    for (const [block, top] of tops) this.#groups.get(block)!.style.top = `${top}px`
    for (const one of measured) this.#groups.set(one.block, this.#layer.appendChild(groupOf(one)))
  }

  invalidate(blocks: Iterable<number>): void {
    for (const block of blocks) {
      this.#groups.get(block)?.remove()
      this.#groups.delete(block)
    }
  }

  invalidateAll(): void {
    this.#layer.replaceChildren()
    this.#groups.clear()
  }

  #topOf(block: number): number {
    return this.#dom.element(block).getBoundingClientRect().top
  }

  #measure(block: number, origin: DOMRect): Measured {
    const blockTop = this.#topOf(block)
    const marks = this.#marksOf(block).flatMap((mark) => {
      const rects = this.#dom.range(mark.start, mark.end).getClientRects()
      const first = rects[0]
      const last = rects[rects.length - 1]
      if (!first || !last) return []
      const isRightToLeft = this.#dom.isRightToLeft(mark.start)
      return [
        {
          mark,
          top: first.top - blockTop,
          bottom: last.bottom - blockTop,
          end: {
            isRightToLeft,
            x: (isRightToLeft ? last.left : last.right) - origin.left,
            top: last.top - blockTop,
            height: last.height,
          },
        },
      ]
    })
    return { block, top: blockTop - origin.top, marks }
  }
}

function groupOf({ block, top, marks }: Measured): HTMLElement {
  const group = document.createElement('div')
  group.className = 'document-marks'
  group.style.top = `${top}px`
  group.dataset.marksOf = String(block)
  const onLine = new Map<number, number>()
  for (const { mark, top, bottom, end } of marks) {
    group.append(bar(mark, top, bottom))
    if (!mark.link) continue
    const line = Math.round(end.top + end.height / 2)
    const before = onLine.get(line) ?? 0
    onLine.set(line, before + 1)
    group.append(linkEnd(mark, end), linkSign(mark, mark.link, line, before))
  }
  return group
}

function bar({ lane, line, isDimmed }: MarginMark, top: number, bottom: number): HTMLElement {
  const element = document.createElement('div')
  element.className = isDimmed ? 'document-bar dimmed' : 'document-bar'
  element.style.cssText = `top: ${top}px; height: ${bottom - top}px; --lane: ${lane}; background: ${line}`
  return element
}

function linkEnd(
  { line }: MarginMark,
  { x, top, isRightToLeft }: Measured['marks'][number]['end'],
): HTMLElement {
  const element = document.createElement('div')
  element.className = isRightToLeft ? 'document-link-end right-to-left' : 'document-link-end'
  element.style.cssText = `left: ${x}px; top: ${top}px; --mark-line: ${line}`
  return element
}

/** `before`: how many signs stand on the same line already. */
function linkSign(mark: MarginMark, link: LinkMark, middle: number, before: number): HTMLElement {
  const sign = document.createElement('button')
  sign.type = 'button'
  sign.tabIndex = -1
  sign.className = link.unanswered ? 'document-link-sign unanswered' : 'document-link-sign'
  sign.dataset.annotation = String(mark.id)
  sign.title = `${mark.tagName}: ${linksInWords(link)}`
  sign.style.cssText = `top: ${middle - 12}px; --before: ${before}; --mark-ink: ${mark.ink}; --mark-line: ${mark.line}`
  const count = document.createElement('span')
  count.textContent = link.links > 0 ? String(link.links) : ''
  sign.append(count)
  return sign
}

function linksInWords({ links, unanswered }: LinkMark): string {
  const count = links === 0 ? 'no link' : links === 1 ? '1 link' : `${links} links`
  return unanswered ? `${count}, no counter-claim` : count
}
