import { elementsIn, isElement, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { pointersIn } from './elements.ts'

/**
 * What a TEI text says of itself in `standOff`: annotations, spans and the links between them, in whatever way of the
 * ones that the Guidelines know. Names are taken from what `ana`, `type` and `resp` point to, where it says them.
 */
export interface StandOff {
  passages: Passage[]
  links: { type: string; ends: [from: string, to: string]; annotator: string; id: string }[]
  /** Of relations and links that join other than two things. */
  unjoined: number
}

export interface Passage {
  /** '' where it has none. */
  id: string
  /** Pointers to the stretches that it is about; pairs go from the first to the second. */
  targets: (string | [from: string, to: string])[]
  tag: string
  note: string
  /** '' where nobody is said. */
  annotator: string
  confidence: string
}

const listed = new Set([
  'listAnnotation',
  'annotationBlock',
  'spanGrp',
  'linkGrp',
  'listRelation',
  'ab',
  'div',
])
/** A label is short; a remark is longer. */
const longestLabel = 80

/** `tei` is the whole text, in whose header things may have their names. */
export function readStandOff(standOff: XmlElement, tei: XmlElement): StandOff {
  const reading = new Reading(namesIn(tei))
  reading.list(standOff, standOff)
  return reading.found
}

class Reading {
  readonly found: StandOff = { passages: [], links: [], unjoined: 0 }
  readonly #names: ReadonlyMap<string, string>

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names
  }

  list(parent: XmlElement, group: XmlElement): void {
    for (const node of parent.children) {
      if (!isElement(node)) continue
      if (node.name === 'annotation') this.#passage(node, group, pointersIn(node.attributes.get('target')))
      else if (node.name === 'span') this.#passage(node, group, stretchOf(node))
      else if (node.name === 'note' && node.attributes.has('target')) this.#remark(node, group)
      else if (node.name === 'link' || node.name === 'relation') this.#link(node, group)
      else if (listed.has(node.name)) this.list(node, node)
    }
  }

  #passage(element: XmlElement, group: XmlElement, targets: Passage['targets']): void {
    const { attributes } = element
    const said = (name: string) => attributes.get(name) ?? group.attributes.get(name) ?? ''
    const note = elementsIn(element, 'note').map(textIn).join('\n')
    const own = element.children
      .filter((child) => !isElement(child))
      .join('')
      .trim()
    const label = this.#named(said('ana')) || attributes.get('type') || ''
    const isLabel = label === '' && own !== '' && own.length <= longestLabel
    this.found.passages.push({
      id: attributes.get('xml:id') ?? '',
      targets,
      tag: label || (isLabel ? own : said('type')) || 'Annotation',
      note: [isLabel ? '' : own, note].filter((words) => words !== '').join('\n'),
      annotator: this.#named(said('resp')),
      confidence: said('cert'),
    })
  }

  /** A note that points to what it is about; what it is called says its `type`, never its words. */
  #remark(element: XmlElement, group: XmlElement): void {
    const { attributes } = element
    const said = (name: string) => attributes.get(name) ?? group.attributes.get(name) ?? ''
    this.found.passages.push({
      id: attributes.get('xml:id') ?? '',
      targets: stretchTo(element),
      tag: this.#named(said('ana')) || said('type') || 'Note',
      note: textIn(element).replace(/\s+/g, ' ').trim(),
      annotator: this.#named(said('resp')),
      confidence: said('cert'),
    })
  }

  #link({ attributes }: XmlElement, group: XmlElement): void {
    const said = (name: string) => attributes.get(name) ?? group.attributes.get(name) ?? ''
    const pointers = attributes.has('active')
      ? [attributes.get('active')!, attributes.get('passive') ?? '']
      : pointersIn(attributes.get('target'))
    const [from, to, ...others] = pointers
    if (!from || !to || others.length > 0) {
      this.found.unjoined += 1
      return
    }
    this.found.links.push({
      type: attributes.get('name') || this.#named(said('ana')) || said('type') || 'linked with',
      ends: [from, to],
      annotator: this.#named(said('resp')),
      id: attributes.get('xml:id') ?? '',
    })
  }

  /** What the first pointer leads to is called, or how the pointer itself does. */
  #named(pointers: string): string {
    const [first] = pointersIn(pointers)
    if (first === undefined) return ''
    const id = first.slice(first.lastIndexOf('#') + 1)
    return this.#names.get(id) || id.slice(id.lastIndexOf(':') + 1)
  }
}

function stretchOf({ attributes }: XmlElement): Passage['targets'] {
  const [from, to] = [attributes.get('from'), attributes.get('to')]
  if (from === undefined) return pointersIn(attributes.get('target'))
  return [to === undefined ? from : [from, to]]
}

/** As `target` and `targetEnd` say it. */
function stretchTo({ attributes }: XmlElement): Passage['targets'] {
  const [targets, end] = [pointersIn(attributes.get('target')), attributes.get('targetEnd')]
  return end !== undefined && targets.length === 1 ? [[targets[0]!, end]] : targets
}

const naming = ['catDesc', 'gloss', 'label', 'term', 'persName', 'name', 'desc', 'title']
const named = new Set(['category', 'interp', 'item', 'person', 'respStmt', 'fs', 'annotation', 'change'])

/** How the categories, interpretations, people and so on are called that have an `xml:id`. */
function namesIn(tei: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const waiting = [tei]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const child of element.children) if (isElement(child) && child.name !== 'text') waiting.push(child)
    const id = element.attributes.get('xml:id')
    if (id === undefined || !named.has(element.name)) continue
    const found = naming.flatMap((name) => elementsIn(element, name))[0]
    const words = (found ? textIn(found) : '') || element.attributes.get('n') || ownWords(element)
    if (words.trim() !== '') names.set(id, words.replace(/\s+/g, ' ').trim())
  }
  return names
}

const ownWords = ({ children }: XmlElement): string => children.filter((child) => !isElement(child)).join('')
