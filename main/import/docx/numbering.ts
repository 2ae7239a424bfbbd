import { elementIn, elementsIn, type XmlElement } from '../../xml/xml-tree.ts'
import { valueIn } from './styles.ts'

export interface ListLevel {
  ordered: boolean
  /** The number it begins with. */
  start: number
}

/** The lists of a Word document: what stands before an item is not in the text but follows from here. */
export class WordLists {
  readonly #lists = new Map<string, XmlElement>()
  readonly #kinds = new Map<string, XmlElement>()

  constructor(root: XmlElement | null) {
    if (!root) return
    for (const list of elementsIn(root, 'w:num')) this.#lists.set(list.attributes.get('w:numId') ?? '', list)
    for (const kind of elementsIn(root, 'w:abstractNum')) {
      this.#kinds.set(kind.attributes.get('w:abstractNumId') ?? '', kind)
    }
  }

  /** Null for the list 0, which takes a paragraph out of the list of its style, and for one that is not there. */
  level(id: string, level: number): ListLevel | null {
    const list = this.#lists.get(id)
    const kind = this.#kinds.get(valueIn(list, 'w:abstractNumId') ?? '')
    if (!list || !kind || id === '0') return null
    const override = ofLevel(elementsIn(list, 'w:lvlOverride'), level)
    const own = ofLevel(elementsIn(kind, 'w:lvl'), level)
    const inner = override && elementIn(override, 'w:lvl')
    const format = valueIn(inner ?? own, 'w:numFmt') ?? 'decimal'
    const start = valueIn(override, 'w:startOverride') ?? valueIn(inner ?? own, 'w:start') ?? '1'
    return { ordered: format !== 'bullet' && format !== 'none', start: Number(start) || 0 }
  }
}

const ofLevel = (elements: XmlElement[], level: number) =>
  elements.find(({ attributes }) => Number(attributes.get('w:ilvl')) === level)
