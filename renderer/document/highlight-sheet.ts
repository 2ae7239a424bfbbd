/** How a stretch of text is painted: what `::highlight()` can do, no boxes. */
export interface Paint {
  background?: string
  /** A line under the text. `lane` says how far below. */
  line?: {
    color: string
    style: 'solid' | 'double' | 'dashed' | 'dotted'
    width: number
    lane: number
    /** A line above the text too. */
    above?: true
  }
  color?: string
}

let views = 0

/**
 * The highlights of one view. Their names are unique in the page, since all views share one registry; their rules
 * stand in a style sheet of the view’s own, since the content security policy lets no style into the page.
 */
export class HighlightSheet {
  readonly #prefix = `text-${++views}-`
  readonly #sheet = new CSSStyleSheet()
  readonly #highlights = new Map<string, Highlight>()
  readonly #hidden = new Set<string>()
  #paintOf: (name: string) => Paint

  constructor(paintOf: (name: string) => Paint) {
    this.#paintOf = paintOf
    document.adoptedStyleSheets.push(this.#sheet)
  }

  /** Those with a higher priority lie over the others. */
  highlight(name: string, priority: number): Highlight {
    const known = this.#highlights.get(name)
    if (known) return known
    const highlight = new Highlight()
    highlight.priority = priority
    this.#highlights.set(name, highlight)
    this.#sheet.insertRule(this.#rule(name))
    if (!this.#hidden.has(name)) CSS.highlights.set(this.#prefix + name, highlight)
    return highlight
  }

  /** Writes all rules anew, after tags or theme have changed. */
  rewrite(): void {
    this.#sheet.replaceSync([...this.#highlights.keys()].map((name) => this.#rule(name)).join('\n'))
  }

  #rule(name: string): string {
    const { background, line, color } = this.#paintOf(name)
    const declarations = [
      background && `background-color: ${background}`,
      color && `color: ${color}`,
      line && `text-decoration: underline ${line.above ? 'overline ' : ''}${line.style} ${line.width}px ${line.color}`,
      line && `text-underline-offset: ${(0.15 + 0.18 * line.lane).toFixed(2)}em`,
      line && 'text-decoration-skip-ink: none',
    ]
    return `::highlight(${this.#prefix}${name}) { ${declarations.filter(Boolean).join('; ')} }`
  }

  destroy(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(this.#prefix + name)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
  }
}
