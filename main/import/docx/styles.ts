import { elementIn, elementsIn, type XmlElement } from '../../xml/xml-tree.ts'
import { shapeNamed } from '../named-styles.ts'
import type { BlockShape } from '../text-builder.ts'

/** What the style of a paragraph or of words says, those it is based on included. */
export interface WordStyle {
  shape: BlockShape
  /** 0 where it says nothing of a list. */
  numbering: { id: string; level: number } | null
  properties: readonly XmlElement[]
}

/** The styles of a Word document by their ids. */
export class WordStyles {
  readonly #styles: ReadonlyMap<string, XmlElement>
  readonly #known = new Map<string, WordStyle>()

  constructor(root: XmlElement | null) {
    const styles = root ? elementsIn(root, 'w:style') : []
    this.#styles = new Map(styles.map((style) => [style.attributes.get('w:styleId') ?? '', style]))
  }

  of(id: string): WordStyle {
    const known = this.#known.get(id)
    if (known) return known
    const style = this.#read(id)
    this.#known.set(id, style)
    return style
  }

  #read(id: string): WordStyle {
    const chain = this.#chainOf(id)
    let shape: BlockShape = { kind: 'paragraph' }
    for (const style of chain) {
      const own = shapeOf(style)
      if (own) {
        shape = own
        break
      }
    }
    const numbering = chain
      .map((style) => numberingIn(elementIn(style, 'w:pPr')))
      .find((found) => found !== null)
    const properties = chain
      .map((style) => elementIn(style, 'w:rPr'))
      .filter((found): found is XmlElement => found !== undefined)
    return { shape, numbering: numbering ?? null, properties }
  }

  /** The style and those it is based on, itself first. */
  #chainOf(id: string): XmlElement[] {
    const chain: XmlElement[] = []
    let style = this.#styles.get(id)
    while (style && !chain.includes(style)) {
      chain.push(style)
      style = this.#styles.get(valueIn(style, 'w:basedOn') ?? '')
    }
    return chain
  }
}

/** The `w:val` of an element directly inside. */
export function valueIn(parent: XmlElement | undefined, name: string): string | undefined {
  return parent && elementIn(parent, name)?.attributes.get('w:val')
}

export function numberingIn(properties: XmlElement | undefined): WordStyle['numbering'] {
  const found = properties && elementIn(properties, 'w:numPr')
  if (!found) return null
  const id = valueIn(found, 'w:numId')
  return id === undefined ? null : { id, level: Number(valueIn(found, 'w:ilvl') ?? 0) || 0 }
}

/** The level of an outline counted from 1, or null for body text. */
export function outlineIn(properties: XmlElement | undefined): number | null {
  const level = Number(valueIn(properties, 'w:outlineLvl') ?? Number.NaN)
  return level >= 0 && level <= 8 ? Math.min(6, level + 1) : null
}

function shapeOf(style: XmlElement): BlockShape | null {
  const level = outlineIn(elementIn(style, 'w:pPr'))
  return shapeNamed(valueIn(style, 'w:name') ?? '', level === null ? null : level - 1)
}
