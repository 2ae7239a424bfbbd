import type { Block, Span, StructuredText } from '../../../../preload/contract/text.ts'
import type { XmlTag } from '../../../xml/xml-reader.ts'
import { detached } from '../../detached.ts'
import type { BodyEvents } from './corpus-walk.ts'
import { GrowingText } from './growing-text.ts'

export interface TeiText {
  text: StructuredText
  /** Where elements with an `xml:id` lie, in UTF-16 code units. */
  places: ReadonlyMap<string, { start: number; end: number }>
  /** Of each mark inside of the text that says what its words are, its `xml:id`; '' where it has none. */
  marks: readonly string[]
}

const blockNames = new Set(['p', 'ab', 'head', 'item', 'quote', 'l', 'u', 'cell', 'speaker', 'stage', 'note'])
const passedOver = new Set(['teiHeader', 'figDesc', 'fw'])
/** Ends of lines, pages and columns, which part words unless they say that they do not. */
const parting = new Set(['lb', 'pb', 'cb'])
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
 * The text of a `body`, of which it is told piece by piece: to the character where it says `xml:space="preserve"`, as
 * this program writes it; else with the white space of its layout made one, as TEI means it.
 */
export class BodyReading implements BodyEvents {
  readonly #isExact: boolean
  readonly #id: string | undefined
  readonly #text = new GrowingText()
  readonly #blocks: Block[] = []
  readonly #places = new Map<string, { start: number; end: number }>()
  readonly #marks: string[] = []
  readonly #open: OpenElement[] = []
  #listDepth = -1
  #isOrdered = false
  #isInBlock = false
  #inName = 0
  /** Of elements that are open, from the one on that is passed over. */
  #passedOver = 0

  constructor({ attributes }: XmlTag) {
    this.#isExact = attributes.get('xml:space') === 'preserve'
    this.#id = attributes.get('xml:id')
  }

  enter(tag: XmlTag): void {
    if (this.#passedOver > 0) {
      this.#passedOver++
      return
    }
    const around = this.#open.at(-1)
    if (around?.isBlock && around.time === undefined && tag.attributes.get('unit') === 'time') {
      around.time = tag.attributes.get('n') ?? null
    }
    const isBlock = blockNames.has(tag.name) && !this.#isInBlock
    if (this.#isInBlock && isApart(tag)) this.#part()
    if (!isBlock && passedOver.has(tag.name)) this.#passedOver = 1
    else if (isBlock) this.#enterBlock()
    else this.#enterAround(tag)
  }

  leave(tag: XmlTag): void {
    if (this.#passedOver > 0) {
      this.#passedOver--
      // Of what is passed over, the outermost never was opened.
      return
    }
    const { isBlock, start, wasOrdered, time } = this.#open.pop()!
    if (isBlock) {
      this.#isInBlock = false
      if (!this.#isExact) this.#text.trimEnd()
      this.#blocks.push(
        blockOf(tag, { start, end: this.#text.length }, this.#listDepth, this.#isOrdered, time ?? null),
      )
    } else {
      if (names.has(tag.name)) this.#inName--
      if (tag.name === 'list') {
        this.#listDepth--
        this.#isOrdered = wasOrdered
      }
    }
    const id = tag.attributes.get('xml:id')
    if (id !== undefined) this.#places.set(detached(id), { start, end: this.#text.length })
    if (this.#isInBlock && isApart(tag)) this.#part()
  }

  words(words: string): void {
    if (this.#passedOver > 0) return
    if (this.#isExact) {
      this.#text.add(words)
      this.#text.settleIfLong()
    } else if (this.#isInBlock) {
      const joined = words.replace(/\s+/g, ' ')
      this.#text.add(this.#text.endsBlank ? joined.trimStart() : joined)
    }
  }

  finish(): TeiText {
    const text = this.#text.whole()
    if (this.#id !== undefined) this.#places.set(detached(this.#id), { start: 0, end: text.length })
    return {
      text: { text, blocks: this.#blocks, marks: [], breaks: [] },
      places: this.#places,
      marks: this.#marks,
    }
  }

  /** A note or a line inside of a paragraph does not run into the words around it. */
  #part(): void {
    if (!this.#isExact && !this.#text.endsBlank) this.#text.add(' ')
  }

  #enterBlock(): void {
    // In an exact body the line end between two blocks is words of the body.
    if (!this.#isExact && this.#blocks.length > 0) this.#text.add('\n')
    this.#text.settle()
    this.#isInBlock = true
    this.#open.push({ isBlock: true, start: this.#text.length, wasOrdered: false, time: undefined })
  }

  #enterAround({ name, attributes }: XmlTag): void {
    if (this.#inName === 0 && (telling.has(name) || attributes.has('ana'))) {
      this.#marks.push(detached(attributes.get('xml:id') ?? ''))
    }
    if (names.has(name)) this.#inName++
    this.#open.push({
      isBlock: false,
      start: this.#text.length,
      wasOrdered: this.#isOrdered,
      time: undefined,
    })
    if (name !== 'list') return
    this.#listDepth++
    this.#isOrdered = attributes.get('type') === 'ordered'
  }
}

const isApart = ({ name, attributes }: XmlTag): boolean =>
  blockNames.has(name) || (parting.has(name) && attributes.get('break') !== 'no')

interface OpenElement {
  isBlock: boolean
  /** In UTF-16 code units, as the text is then. */
  start: number
  wasOrdered: boolean
  /** What the first that tells a time in it says. */
  time: string | null | undefined
}

function blockOf(
  { name, attributes }: XmlTag,
  extent: Span,
  depth: number,
  ordered: boolean,
  time: string | null,
): Block {
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
    case 'speaker-turn':
      return { kind: 'speaker-turn', speaker: detached(n), time: time && detached(time), ...extent }
    case 'l':
    case 'verse':
      return { kind: 'verse', ...extent }
    case 'preformatted':
      return { kind: 'preformatted', ...extent }
    default:
      return { kind: 'paragraph', ...extent }
  }
}
