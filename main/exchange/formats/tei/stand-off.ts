import type { XmlTag } from '../../../xml/xml-reader.ts'
import { elementsIn, isElement, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { detached } from '../../detached.ts'
import { pointersIn } from './elements.ts'

/**
 * What a TEI text says of itself in `standOff`: annotations, spans and the links between them, in whatever way of the
 * ones that the Guidelines know. Names are taken from what `ana`, `type` and `resp` point to, where it says them.
 */
export interface StandOff {
  passage(passage: Passage): void
  link(link: PassageLink): void
  /** A relation or a link that joins other than two things. */
  unjoined(): void
}

export interface PassageLink {
  type: string
  ends: [from: string, to: string]
  /** '' where nobody is said. */
  annotator: string
  /** '' where it has none. */
  id: string
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

/** Reads what stands off one text, part by part. */
export class StandOffReading {
  readonly #found: StandOff
  readonly #names: ReadonlyMap<string, string>

  /** `found` is told what is there; things have their `names` by `xml:id`. */
  constructor(found: StandOff, names: ReadonlyMap<string, string>) {
    this.#found = found
    this.#names = names
  }

  /** `inside` are the elements around it, the `standOff` first. */
  part(element: XmlElement, inside: readonly XmlTag[]): void {
    if (!inside.every(({ name }, index) => index === 0 || listed.has(name))) return
    const { name, attributes } = element
    const group = inside.at(-1)!
    if (name === 'annotation') this.#passage(element, group, pointersIn(attributes.get('target')))
    else if (name === 'span') this.#passage(element, group, stretchOf(element))
    else if (name === 'note' && attributes.has('target')) this.#remark(element, group)
    else if (name === 'link' || name === 'relation') this.#link(element, group)
  }

  #passage(element: XmlElement, group: XmlTag, targets: Passage['targets']): void {
    const { attributes } = element
    const said = (name: string) => attributes.get(name) ?? group.attributes.get(name) ?? ''
    const note = elementsIn(element, 'note').map(textIn).join('\n')
    const own = element.children
      .filter((child) => !isElement(child))
      .join('')
      .trim()
    const label = this.#named(said('ana')) || attributes.get('type') || ''
    const isLabel = label === '' && own !== '' && own.length <= longestLabel
    this.#found.passage({
      id: attributes.get('xml:id') ?? '',
      targets,
      tag: label || (isLabel ? own : said('type')) || 'Annotation',
      note: [isLabel ? '' : own, note].filter((words) => words !== '').join('\n'),
      annotator: this.#named(said('resp')),
      confidence: said('cert'),
    })
  }

  /** A note that points to what it is about; what it is called says its `type`, never its words. */
  #remark(element: XmlElement, group: XmlTag): void {
    const { attributes } = element
    const said = (name: string) => attributes.get(name) ?? group.attributes.get(name) ?? ''
    this.#found.passage({
      id: attributes.get('xml:id') ?? '',
      targets: stretchTo(element),
      tag: this.#named(said('ana')) || said('type') || 'Note',
      note: textIn(element).replace(/\s+/g, ' ').trim(),
      annotator: this.#named(said('resp')),
      confidence: said('cert'),
    })
  }

  #link({ attributes }: XmlElement, group: XmlTag): void {
    const said = (name: string) => attributes.get(name) ?? group.attributes.get(name) ?? ''
    const pointers = attributes.has('active')
      ? [attributes.get('active')!, attributes.get('passive') ?? '']
      : pointersIn(attributes.get('target'))
    const [from, to, ...others] = pointers
    if (!from || !to || others.length > 0) {
      this.#found.unjoined()
      return
    }
    this.#found.link({
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

/**
 * Takes how the categories, interpretations, people and so on are called that have an `xml:id`, in an element and below
 * it; of those with one id the first.
 */
export function takeNames(element: XmlElement, names: Map<string, string>): void {
  const id = element.attributes.get('xml:id')
  if (id !== undefined && named.has(element.name) && !names.has(id)) {
    const found = naming.flatMap((name) => elementsIn(element, name))[0]
    const words = (found ? textIn(found) : '') || element.attributes.get('n') || ownWords(element)
    if (words.trim() !== '') names.set(detached(id), detached(words.replace(/\s+/g, ' ').trim()))
  }
  for (const child of element.children) {
    if (isElement(child) && child.name !== 'text') takeNames(child, names)
  }
}

const ownWords = ({ children }: XmlElement): string => children.filter((child) => !isElement(child)).join('')
