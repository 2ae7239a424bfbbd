import { elementIn, elementsIn, type XmlElement } from '../../xml/xml-tree.ts'
import { shapeNamed } from '../named-styles.ts'
import type { BlockShape } from '../text-builder.ts'

export interface OdtStyle {
  shape: BlockShape
  beginsPage: boolean
  hidden: boolean
}

/** What a style says of words; undefined where it says nothing. */
export interface OdtWords {
  bold?: boolean
  italic?: boolean
  place?: 'sup' | 'sub' | null
  struckOut?: boolean
  hidden?: boolean
}

/** The styles of an OpenDocument text, those of the person and those that the program makes up. */
export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>()
  readonly #lists = new Map<string, XmlElement>()
  readonly #known = new Map<string, OdtStyle>()

  /** `roots` are the documents that hold styles; later ones win. */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const group of ['office:styles', 'office:automatic-styles']) {
        const styles = elementIn(root, group)
        if (styles) this.#take(styles)
      }
    }
  }

  paragraph(name: string | undefined): OdtStyle {
    const key = name ?? ''
    const known = this.#known.get(key)
    if (known) return known
    const chain = this.#chain('paragraph', key)
    const own = chain[0] && elementIn(chain[0], 'style:paragraph-properties')
    const style: OdtStyle = {
      shape: chain.map(shapeOf).find((shape) => shape !== null) ?? { kind: 'paragraph' },
      beginsPage:
        own?.attributes.get('fo:break-before') === 'page' ||
        (chain[0]?.attributes.get('style:master-page-name') ?? '') !== '',
      hidden: chain.some((each) => wordsOf(each).hidden === true),
    }
    this.#known.set(key, style)
    return style
  }

  words(name: string | undefined): OdtWords {
    return Object.assign(
      {},
      ...this.#chain('text', name ?? '')
        .reverse()
        .map(wordsOf),
    ) as OdtWords
  }

  /** The level of a list counted from 1; null where the style does not say. */
  level(list: string | undefined, level: number): { ordered: boolean; start: number } | null {
    const style = this.#lists.get(list ?? '')
    const found =
      style && elementsIn(style).find(({ attributes }) => attributes.get('text:level') === String(level))
    if (!found) return null
    const format = found.attributes.get('style:num-format') ?? ''
    return {
      ordered: found.name === 'text:list-level-style-number' && format !== '',
      start: Number(found.attributes.get('text:start-value') ?? 1) || 1,
    }
  }

  #take(styles: XmlElement): void {
    for (const style of elementsIn(styles)) {
      const name = style.attributes.get('style:name') ?? ''
      if (style.name === 'style:style')
        this.#styles.set(`${style.attributes.get('style:family')} ${name}`, style)
      if (style.name === 'text:list-style') this.#lists.set(name, style)
    }
  }

  #chain(family: string, name: string): XmlElement[] {
    const chain: XmlElement[] = []
    let style = this.#styles.get(`${family} ${name}`)
    while (style && !chain.includes(style)) {
      chain.push(style)
      style = this.#styles.get(`${family} ${style.attributes.get('style:parent-style-name') ?? ''}`)
    }
    return chain
  }
}

function shapeOf({ attributes }: XmlElement): BlockShape | null {
  const name =
    attributes.get('style:display-name') ?? (attributes.get('style:name') ?? '').replaceAll('_20_', ' ')
  const level = Number(attributes.get('style:default-outline-level') || Number.NaN)
  return shapeNamed(name, Number.isNaN(level) ? null : level - 1)
}

function wordsOf(style: XmlElement): OdtWords {
  const properties = elementIn(style, 'style:text-properties')
  const words: OdtWords = {}
  const said = (name: string, take: (value: string) => void) => {
    const value = properties?.attributes.get(name)
    if (value !== undefined) take(value)
  }
  said('fo:font-weight', (value) => {
    words.bold = value === 'bold' || Number(value) >= 600
  })
  said('fo:font-style', (value) => {
    words.italic = value !== 'normal'
  })
  said('style:text-position', (value) => {
    words.place = /^(?:super|[1-9])/.test(value) ? 'sup' : /^(?:sub|-)/.test(value) ? 'sub' : null
  })
  said('style:text-line-through-style', (value) => {
    words.struckOut = value !== 'none'
  })
  said('style:text-line-through-type', (value) => {
    words.struckOut = value !== 'none'
  })
  said('text:display', (value) => {
    words.hidden = value === 'none'
  })
  return words
}
