import type { StructuredText } from '../../../preload/contract/text.ts'
import { elementsIn, isElement, textIn, type XmlElement, type XmlNode } from '../../xml/xml-tree.ts'
import { BlockStack } from '../block-stack.ts'
import { HtmlFlow } from '../html-flow.ts'
import { linkTargetOf } from '../stated-facts.ts'
import { Tally } from '../tally.ts'
import { type BlockShape, type MarkShape, TextBuilder } from '../text-builder.ts'
import type { People } from './header.ts'

/** Elements may be called what objects have anyway, such as `constructor`. */
const byName = <T>(values: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(values))

const paragraphs = new Set([
  ...['p', 'ab', 'opener', 'closer', 'salute', 'signed', 'dateline', 'byline', 'trailer', 'argument', 'bibl'],
  ...['docAuthor', 'docDate', 'docImprint', 'docEdition', 'titlePart', 'postscript', 'stage', 'castItem'],
  ...['address', 'addrLine', 'set', 'imprimatur', 'entry', 'label', 'caption', 'spGrp', 'castList'],
])

/** Not part of the text that people read; the words under which they are counted. */
const leftOut = byName<[one: string, many?: string]>({
  ...{ figDesc: ['description of a picture', 'descriptions of pictures'], graphic: ['picture'] },
  ...{ formula: ['formula'], fw: ['running head or page number', 'running heads and page numbers'] },
  ...{ del: ['deleted passage'], gap: ['gap'], desc: ['description'], teiHeader: ['header inside the text'] },
  ...{ vocal: ['sound'], kinesic: ['gesture'], incident: ['incident'], binaryObject: ['picture'] },
  rt: ['reading beside a word (ruby)', 'readings beside words (ruby)'],
  ...{ span: ['span that says what words are', 'spans that say what words are'], interp: ['interpretation'] },
  ...{ '{http://www.tei-c.org/ns/Examples}egXML': ['example in XML', 'examples in XML'] },
})

/** Of several readings the one of the source. */
const readings = byName<readonly string[]>({
  choice: ['sic', 'orig', 'abbr', 'unclear', 'seg'],
  app: ['lem', 'rdg'],
  subst: ['add'],
})

/** What names or tags words inside the text: they stay, what is said of them does not. */
const inline = byName<[one: string, many?: string]>({
  ...{
    persName: ['name of a person', 'names of persons'],
    placeName: ['name of a place', 'names of places'],
  },
  ...{ orgName: ['name of a body', 'names of bodies'], name: ['name'] },
  rs: ['reference to something named', 'references to something named'],
  ...{ seg: ['marked passage'], date: ['date'], term: ['term'] },
  ...{
    geogName: ['name of a place', 'names of places'],
    w: ['word with an analysis', 'words with an analysis'],
  },
})

const marks = byName<MarkShape>({ emph: { kind: 'em' }, mentioned: { kind: 'em' } })

/** Walks a TEI text, whose elements lie no deeper than a reader of XML allows. */
export class TeiWalk {
  readonly leftOut = new Tally()
  readonly inline = new Tally()
  readonly renumbered: number[] = []
  struckOut = 0
  readonly #people: People
  readonly #builder = new TextBuilder()
  readonly #stack = new BlockStack(this.#builder)
  readonly #flow = new HtmlFlow(this.#builder, this.#stack)
  readonly #notes: XmlElement[] = []
  readonly #lists: { ordered: boolean }[] = []
  #depth = 0
  /** The turn that is going on; what interrupts it stands by itself. */
  #turn: BlockShape | null = null
  #grid: { row: number; column: number } | null = null
  #isInside = false

  constructor(people: People) {
    this.#people = people
  }

  finish(): StructuredText {
    for (let index = 0; index < this.#notes.length; index += 1) {
      this.#block({ kind: 'paragraph' }, this.#notes[index]!, `${index + 1} `)
    }
    return this.#builder.finish()
  }

  children(parent: XmlElement): void {
    for (const node of parent.children) this.#node(node)
  }

  #node(node: XmlNode): void {
    if (!isElement(node)) this.#words(node)
    else if (leftOut.has(node.name)) this.leftOut.add(...leftOut.get(node.name)!)
    else if (readings.has(node.name)) this.#reading(node, readings.get(node.name)!)
    else if (paragraphs.has(node.name)) this.#paragraph(node)
    else if (/^div\d?$/.test(node.name)) this.#division(node)
    else {
      if (inline.has(node.name)) this.inline.add(...inline.get(node.name)!)
      const way = this.#ways.get(node.name)
      if (way) way(node)
      else this.#inline(node)
    }
  }

  readonly #ways = byName<(node: XmlElement) => void>({
    head: (node) => this.#head(node),
    l: (node) => (this.#turn ? this.#line(node) : this.#block({ kind: 'verse' }, node)),
    sp: (node) => this.#speech(node),
    u: (node) => this.#speech(node),
    speaker: () => {},
    list: (node) => this.#list(node),
    item: (node) => this.#item(node),
    quote: (node) => (this.#builder.isOpen ? this.children(node) : this.#quotation(node)),
    said: (node) => (this.#builder.isOpen ? this.children(node) : this.#quotation(node)),
    table: (node) => this.#table(node),
    row: (node) => {
      if (this.#grid) this.#grid = { row: this.#grid.row + 1, column: -1 }
      this.children(node)
    },
    cell: (node) => this.#cell(node),
    note: (node) => this.#note(node),
    eg: (node) => this.#block({ kind: 'preformatted' }, node),
    ruby: (node) => {
      // A line end between its parts is none between words.
      for (const part of node.children) if (isElement(part) || part.trim() !== '') this.#node(part)
    },
    lb: ({ attributes }) => {
      if (attributes.get('break') !== 'no') this.#flow.text(' ')
    },
    pb: () => this.#builder.breakBeforeWord('page'),
  })

  /** White space between blocks says nothing. */
  #words(words: string): void {
    if (this.#builder.isOpen || words.trim() !== '') this.#flow.text(words)
  }

  #reading(node: XmlElement, preferred: readonly string[]): void {
    const all = elementsIn(node)
    const taken = preferred.map((name) => all.find((one) => one.name === name)).find(Boolean) ?? all[0]
    for (const other of all)
      if (other !== taken) this.leftOut.add('other reading of an editor', 'other readings of editors')
    if (taken) this.children(taken)
  }

  #division(node: XmlElement): void {
    this.#depth += 1
    this.#flow.boundary()
    this.children(node)
    this.#flow.boundary()
    this.#depth -= 1
  }

  #head(node: XmlElement): void {
    const isSmall = this.#lists.length > 0 || this.#grid !== null
    const level = Math.min(6, Math.max(1, this.#depth))
    this.#block(isSmall ? { kind: 'paragraph' } : { kind: 'heading', level }, node)
  }

  #paragraph(node: XmlElement): void {
    const turn = this.#turn
    if (this.#isInside || (turn && node.name !== 'stage')) this.#line(node)
    else this.#block({ kind: 'paragraph' }, node)
  }

  /** On a line of its own in the block that it belongs to. */
  #line(node: XmlElement): void {
    this.#flow.boundary()
    this.children(node)
    this.#flow.boundary()
  }

  #block(shape: BlockShape, node: XmlElement, before = ''): void {
    const turn = this.#turn
    if (turn) this.#endTurn()
    this.#flow.boundary()
    this.#stack.enter(shape, { joins: true })
    // A cell without text is a cell all the same.
    if (shape.kind === 'table-cell') this.#stack.openForText()
    if (before !== '') this.#flow.text(before)
    const isInside = this.#isInside
    this.#isInside = true
    if (node.name === 'eg') this.#flow.text(textIn(node))
    else this.children(node)
    this.#isInside = isInside
    this.#flow.boundary()
    this.#stack.leave()
    if (turn) this.#startTurn(turn)
  }

  #speech(node: XmlElement): void {
    this.#flow.boundary()
    const label = elementsIn(node, 'speaker')[0]
    const ids = (node.attributes.get('who') ?? '').split(/\s+/).map((id) => id.replace(/^.*#/, ''))
    const known = ids.map((id) => this.#people.get(id) ?? id).join(', ')
    const speaker = (label ? textIn(label).replace(/\s+/g, ' ').trim() : '') || known
    const outer = this.#turn
    if (outer) this.#endTurn()
    this.#startTurn({ kind: 'speaker-turn', speaker, time: null })
    this.children(node)
    this.#endTurn()
    if (outer) this.#startTurn(outer)
  }

  #startTurn(turn: BlockShape): void {
    this.#stack.enter(turn, { joins: true })
    this.#turn = turn
  }

  #endTurn(): void {
    this.#flow.boundary()
    this.#stack.leave()
    this.#turn = null
  }

  #list(node: XmlElement): void {
    const type = `${node.attributes.get('type') ?? ''} ${node.attributes.get('rend') ?? ''}`
    this.#flow.boundary()
    this.#lists.push({ ordered: /ordered|numbered/.test(type) && !/unordered|unnumbered/.test(type) })
    const isInside = this.#isInside
    this.#isInside = false
    this.children(node)
    this.#isInside = isInside
    this.#lists.pop()
    this.#flow.boundary()
  }

  #item(node: XmlElement): void {
    const depth = Math.max(0, this.#lists.length - 1)
    this.#block({ kind: 'list-item', depth, ordered: this.#lists.at(-1)?.ordered ?? false }, node)
  }

  #quotation(node: XmlElement): void {
    this.#flow.boundary()
    this.#stack.enter({ kind: 'quotation' }, { joins: false })
    const isInside = this.#isInside
    this.#isInside = true
    this.children(node)
    this.#isInside = isInside
    this.#flow.boundary()
    this.#stack.leave()
  }

  #table(node: XmlElement): void {
    const outer = this.#grid
    this.#flow.boundary()
    this.#grid = { row: -1, column: -1 }
    this.children(node)
    this.#grid = outer
  }

  #cell(node: XmlElement): void {
    if (this.#grid) {
      this.#grid.column += 1
      const { row, column } = this.#grid
      this.#block({ kind: 'table-cell', row: Math.max(0, row), column }, node)
    } else this.#line(node)
  }

  #note(node: XmlElement): void {
    if (this.#builder.isOpen) {
      this.#notes.push(node)
      this.#builder.mark({ kind: 'sup' })
      this.#flow.text(String(this.#notes.length))
      this.#builder.unmark()
    } else this.#block({ kind: 'paragraph' }, node)
  }

  #inline(node: XmlElement): void {
    const mark = markOf(node)
    if (mark) this.#builder.mark(mark)
    this.children(node)
    if (mark) this.#builder.unmark()
  }
}

function markOf({ name, attributes }: XmlElement): MarkShape | null {
  const plain = marks.get(name)
  if (plain) return plain
  if (name === 'ref') {
    const href = linkTargetOf(attributes.get('target') ?? '')
    return href === null ? null : { kind: 'link', href }
  }
  if (name !== 'hi') return null
  const look = attributes.get('rend') ?? attributes.get('rendition') ?? attributes.get('style') ?? ''
  if (/sup/i.test(look)) return { kind: 'sup' }
  if (/sub/i.test(look)) return { kind: 'sub' }
  return /bold|strong/i.test(look) ? { kind: 'strong' } : { kind: 'em' }
}
