import { firstLane } from './lane-room.ts'
import type { TagLine } from './tag-lines.ts'

/** How a stretch of text is painted: what `::highlight()` can do, no boxes. */
export interface Paint {
  background?: string
  /** A line under the text, `beyond` the first lane by so many CSS pixels. */
  line?: {
    color: string
    style: TagLine['style']
    width: number
    beyond: number
    /** A line above the text too. */
    above?: true
  }
  color?: string
  /** The colour of a line above the text. */
  over?: string
}

let views = 0

/**
 * The highlights of one view. Their names are unique in the page, since all views share one registry; their rules
 * stand in a style sheet of the view’s own, since the content security policy lets no style into the page.
 *
 * Rules name the element around the text and its descendants inherit them. A rule that matched every element, or
 * one that came with the first use of a highlight, would have the browser style the whole text again.
 */
export class HighlightSheet {
  readonly #prefix = `text-${++views}-`
  readonly #sheet = new CSSStyleSheet()
  readonly #highlights = new Map<string, Highlight>()
  #rules = ''

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet)
  }

  /** Says how the highlight of each name is painted, all at once. */
  setPaints(paints: Iterable<readonly [name: string, Paint]>): void {
    const rules = [...paints].map(([name, paint]) => this.#rule(name, paint)).join('\n')
    if (rules === this.#rules) return
    this.#rules = rules
    this.#sheet.replaceSync(rules)
  }

  #rule(name: string, { background, line, color, over }: Paint): string {
    const declarations = [
      background && `background-color: ${background}`,
      color && `color: ${color}`,
      line &&
        `text-decoration: underline ${line.above ? 'overline ' : ''}${line.style} ${line.width}px ${line.color}`,
      line && `text-underline-offset: calc(${firstLane}em + ${line.beyond.toFixed(2)}px)`,
      line && 'text-decoration-skip-ink: none',
      over && `text-decoration: overline solid 2px ${over}`,
    ]
    return `.document-text::highlight(${this.#prefix}${name}) { ${declarations.filter(Boolean).join('; ')} }`
  }

  /** Those with a higher priority lie over the others. */
  highlight(name: string, priority: number): Highlight {
    const known = this.#highlights.get(name)
    if (known) return known
    const highlight = new Highlight()
    highlight.priority = priority
    this.#highlights.set(name, highlight)
    CSS.highlights.set(this.#prefix + name, highlight)
    return highlight
  }

  destroy(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(this.#prefix + name)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
  }
}
