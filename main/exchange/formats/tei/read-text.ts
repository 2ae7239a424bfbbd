import type { Block, StructuredText } from '../../../../preload/contract/text.ts'
import { isElement, type XmlElement, type XmlNode } from '../../../xml/xml-tree.ts'

export interface TeiText {
  text: StructuredText
  /** Where elements with an `xml:id` lie, in UTF-16 code units. */
  places: ReadonlyMap<string, { start: number; end: number }>
  /** Of each mark inside of the text that says what its words are, its `xml:id`; '' where it has none. */
  marks: readonly string[]
}

const blockNames = new Set(['p', 'ab', 'head', 'item', 'quote', 'l', 'u', 'cell', 'speaker', 'stage', 'note'])
const passedOver = new Set(['teiHeader', 'figDesc', 'fw'])
/** What says of words what they are; parts of names are with their names. */
const telling = new Set([
  ...[
    'name',
    'persName',
    'orgName',
    'placeName',
    'geogName',
    'settlement',
    'region',
    'country',
    'objectName',
  ],
  ...[
    'eventName',
    'rs',
    'date',
    'time',
    'num',
    'measure',
    'term',
    'gloss',
    'title',
    'ref',
    'q',
    'quote',
    'said',
  ],
  ...['cit', 'foreign', 'mentioned', 'soCalled', 'distinct', 'emph', 'interp', 'span'],
])
const names = new Set(['name', 'persName', 'orgName', 'placeName', 'geogName', 'rs'])

/**
 * The text of a `body`: to the character where it says `xml:space="preserve"`, as this program writes it; else with the
 * white space of its layout made one, as TEI means it.
 */
export function readBody(body: XmlElement): TeiText {
  const walk = new BodyWalk(body.attributes.get('xml:space') === 'preserve')
  walk.children(body)
  return walk.finished(body.attributes.get('xml:id'))
}

class BodyWalk {
  readonly #isExact: boolean
  #text = ''
  #blocks: Block[] = []
  #places = new Map<string, { start: number; end: number }>()
  #listDepth = -1
  #isOrdered = false
  #inBlock = 0
  #inName = 0
  #marks: string[] = []

  constructor(isExact: boolean) {
    this.#isExact = isExact
  }

  finished(id: string | undefined): TeiText {
    const text = this.#text
    if (id !== undefined) this.#places.set(id, { start: 0, end: text.length })
    return {
      text: { text, blocks: this.#blocks, marks: [], breaks: [] },
      places: this.#places,
      marks: this.#marks,
    }
  }

  children(parent: XmlElement): void {
    for (const node of parent.children) this.#node(node)
  }

  #node(node: XmlNode): void {
    if (!isElement(node)) this.#words(node)
    else if (blockNames.has(node.name) && this.#inBlock === 0) this.#block(node)
    else if (!passedOver.has(node.name)) this.#around(node)
  }

  #around(node: XmlElement): void {
    const start = this.#text.length
    const isList = node.name === 'list'
    const isName = names.has(node.name)
    if (this.#inName === 0 && (telling.has(node.name) || node.attributes.has('ana'))) {
      this.#marks.push(node.attributes.get('xml:id') ?? '')
    }
    if (isName) this.#inName++
    const before = this.#isOrdered
    if (isList) {
      this.#listDepth++
      this.#isOrdered = node.attributes.get('type') === 'ordered'
    }
    this.children(node)
    if (isName) this.#inName--
    if (isList) {
      this.#listDepth--
      this.#isOrdered = before
    }
    this.#place(node, start)
  }

  #block(element: XmlElement): void {
    // In an exact body the line end between two blocks is words of the body.
    if (!this.#isExact && this.#blocks.length > 0) this.#text += '\n'
    const start = this.#text.length
    this.#inBlock++
    this.children(element)
    this.#inBlock--
    if (!this.#isExact) this.#text = this.#text.slice(0, start) + this.#text.slice(start).trim()
    this.#blocks.push(blockOf(element, start, this.#text.length, this.#listDepth, this.#isOrdered))
    this.#place(element, start)
  }

  #words(words: string): void {
    if (this.#isExact) this.#text += words
    else if (this.#inBlock > 0) {
      const joined = words.replace(/\s+/g, ' ')
      this.#text += /(^|\s)$/.test(this.#text) ? joined.trimStart() : joined
    }
  }

  #place({ attributes }: XmlElement, start: number): void {
    const id = attributes.get('xml:id')
    if (id !== undefined) this.#places.set(id, { start, end: this.#text.length })
  }
}

function blockOf(element: XmlElement, start: number, end: number, depth: number, ordered: boolean): Block {
  const { name, attributes } = element
  const extent = { start, end }
  const n = attributes.get('n') ?? ''
  switch (name === 'ab' ? attributes.get('type') : name) {
    case 'heading':
    case 'head':
      return { kind: 'heading', level: /^[1-6]$/.test(n) ? Number(n) : 1, ...extent }
    case 'item': {
      const own = /^\d{1,3}$/.test(n) ? Number(n) : Math.max(0, depth)
      return { kind: 'list-item', depth: own, ordered, ...extent }
    }
    case 'quote':
      return { kind: 'quotation', ...extent }
    case 'table-cell': {
      const [row = '0', column = '0'] = n.split('.')
      return { kind: 'table-cell', row: Number(row) || 0, column: Number(column) || 0, ...extent }
    }
    case 'speaker-turn': {
      const time = element.children.filter(isElement).find((child) => child.attributes.get('unit') === 'time')
      return { kind: 'speaker-turn', speaker: n, time: time?.attributes.get('n') ?? null, ...extent }
    }
    case 'l':
    case 'verse':
      return { kind: 'verse', ...extent }
    case 'preformatted':
      return { kind: 'preformatted', ...extent }
    default:
      return { kind: 'paragraph', ...extent }
  }
}
