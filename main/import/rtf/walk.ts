// One class over 400 lines: every control word acts on the same state (group, paragraph, cell, destination), and parts
// that each changed it from a file of their own would be harder to follow than this one walk.

import { linkOfInstruction } from '../link-fields.ts'
import { noteOnBoxes } from '../loss-notes.ts'
import type { OfficeText } from '../office-text.ts'
import { symbolOf } from '../symbols.ts'
import { counted } from '../tally.ts'
import type { BlockShape } from '../text-builder.ts'
import { decodePage, symbolCharset } from './code-pages.ts'
import { characters, edgeGroups, groupsOnly, silentGroups } from './control-words.ts'
import {
  type Destination,
  type GroupState,
  marksOf,
  type ParagraphState,
  plainParagraph,
  plainState,
} from './state.ts'
import { type RtfFont, type RtfLevel, readFonts, readListNumbers, readLists, readStyles } from './tables.ts'
import { endOfGroup, RtfTokens } from './tokens.ts'

const bareStar = /(\s*\*\s*)\\([a-zA-Z]{1,32})/y

/** Reads the text of an RTF file (specification 1.9.1), or of a note in it. */
export class RtfWalk {
  title = ''
  author = ''
  created = ''
  readonly #out: OfficeText
  readonly #source: string
  #tokens: RtfTokens
  #state: GroupState = { ...plainState }
  #outer: GroupState[] = []
  #paragraph: ParagraphState = plainParagraph
  #page = 1252
  #defaultFont = 0
  #fonts: Map<number, RtfFont> = new Map()
  #styles: Map<number, BlockShape> = new Map()
  #lists: Map<number, RtfLevel[]> = new Map()
  #listNumbers: Map<number, number> = new Map()
  /** Characters that stand in for a `\u` before them and are passed over. */
  #standIns = 0
  /** Bytes of the code page that wait, since two of them may be one character. */
  #bytes = ''
  #isStarred = false
  #inParagraph = false
  #inCell = false
  #inTable = false
  #row = 0
  #column = 0
  #edgeHasWords = false
  #boxes: [start: number, end: number][] = []
  readonly #begun = new Set<string>()
  readonly #seen = { edges: 0, revised: 0, symbols: 0, boxes: 0 }

  constructor(out: OfficeText, source: string) {
    this.#out = out
    this.#source = source
    this.#tokens = new RtfTokens(source, 0, source.length)
  }

  read(): void {
    this.#run()
    this.#endParagraph()
    this.#endCell()
  }

  /** Sentences on what is there in another way than a word processor shows it. */
  tell(): void {
    const { edges, revised, symbols, boxes } = this.#seen
    if (revised > 0) {
      this.#out.tell(
        `${counted(revised, 'tracked insertion')} ${revised === 1 ? 'is' : 'are'} part of the text.`,
      )
    }
    if (boxes > 0) this.#out.tell(noteOnBoxes(boxes))
    if (edges > 0) {
      this.#out.tell(`Left out: ${counted(edges, 'header or footer', 'headers or footers')} of the pages.`)
    }
    if (symbols > 0) this.#out.tell(`${counted(symbols, 'symbol')} of a picture font became “\ufffd”.`)
  }

  #run(): void {
    for (let token = this.#tokens.next(); token.kind !== 'end'; token = this.#tokens.next()) {
      switch (token.kind) {
        case 'open':
          this.#flush()
          this.#standIns = 0
          this.#outer.push(this.#state)
          this.#state = { ...this.#state }
          this.#passBareStar()
          break
        case 'close':
          this.#flush()
          this.#standIns = 0
          this.#leave()
          break
        case 'byte':
          this.#byte(String.fromCharCode(token.value))
          break
        case 'text':
          this.#text(token.bytes)
          break
        case 'symbol':
          this.#symbol(token.sign)
          break
        case 'word':
          if (token.name !== 'u') this.#flush()
          this.#word(token.name, token.value)
          this.#isStarred = false
          break
      }
    }
    this.#flush()
  }

  /** Some programs write `{*\generator …}`, without the backslash of the star. */
  #passBareStar(): void {
    bareStar.lastIndex = this.#tokens.at
    const found = bareStar.exec(this.#source)
    if (!found || !groupsOnly.has(found[2]!)) return
    this.#tokens.at += found[1]!.length
    this.#isStarred = true
  }

  #leave(): void {
    const left = this.#state
    this.#state = this.#outer.pop() ?? { ...plainState }
    if (left.destination === 'edge' && this.#state.destination !== 'edge') {
      if (this.#edgeHasWords) this.#seen.edges++
      this.#edgeHasWords = false
    }
  }

  #byte(byte: string): void {
    if (this.#standIns > 0) this.#standIns--
    else this.#bytes += byte
  }

  #text(bytes: string): void {
    const standIns = Math.min(this.#standIns, bytes.length)
    this.#standIns -= standIns
    this.#bytes += bytes.slice(standIns)
  }

  /** Writes the bytes that wait. */
  #flush(): void {
    if (this.#bytes === '') return
    const bytes = this.#bytes
    this.#bytes = ''
    const font = this.#fonts.get(this.#state.font ?? this.#defaultFont)
    if (font?.charset === symbolCharset && this.#state.destination === 'text') {
      for (const byte of bytes) this.#pictured(byte.charCodeAt(0))
    } else this.#words(decodePage(bytes, font?.page ?? this.#page))
  }

  #pictured(code: number): void {
    const symbol = symbolOf('symbol', code.toString(16))
    if (symbol === null) this.#seen.symbols++
    this.#words(symbol ?? '\ufffd')
  }

  #symbol(sign: string): void {
    if (sign === '*') {
      this.#isStarred = true
      return
    }
    this.#flush()
    if (sign === '\n' || sign === '\r') this.#endOfParagraph()
    else if (sign === '~') this.#words('\u00a0')
    else if (sign === '_') this.#words('\u2011')
    else if (sign === '-') this.#words('\u00ad')
    else if (sign === '\t') this.#words('\t')
    else if ('\\{}'.includes(sign)) this.#byte(sign)
  }

  #words(words: string): void {
    const state = this.#state
    switch (state.destination) {
      case 'text':
        if (state.hidden || state.deleted) return
        this.#open()
        this.#out.words(words, { marks: marksOf(state), struckOut: state.struckOut })
        return
      case 'instruction':
        if (state.field) state.field.instruction += words
        return
      case 'edge':
        if (words.trim() !== '') this.#edgeHasWords = true
        return
      case 'title':
      case 'author':
        this[state.destination] += words
        return
      case 'nothing':
    }
  }

  #word(name: string, value: number | null): void {
    const character = characters[name]
    if (character !== undefined) {
      this.#words(character)
      return
    }
    const rule = this.#rules[name]
    if (rule) rule(value)
    else if (this.#isStarred || silentGroups.has(name)) this.#state.destination = 'nothing'
    else if (edgeGroups.has(name)) this.#state.destination = 'edge'
  }

  readonly #rules: Readonly<Record<string, (value: number | null) => void>> = {
    // The file.
    ansicpg: (value) => {
      this.#page = value ?? 1252
    },
    mac: () => {
      this.#page = 10_000
    },
    pc: () => {
      this.#page = 437
    },
    pca: () => {
      this.#page = 850
    },
    deff: (value) => {
      this.#defaultFont = value ?? 0
    },
    fonttbl: () => {
      this.#fonts = this.#table(readFonts)
    },
    stylesheet: () => {
      this.#styles = this.#table(readStyles)
    },
    listtable: () => {
      this.#lists = this.#table(readLists)
    },
    listoverridetable: () => {
      this.#listNumbers = this.#table(readListNumbers)
    },
    title: () => this.#fact('title'),
    author: () => this.#fact('author'),
    creatim: () => {
      this.#created()
    },
    // Letters.
    u: (value) => this.#unicode(value ?? 0),
    uc: (value) => {
      this.#state.skippedAfterUnicode = Math.max(0, value ?? 1)
    },
    f: (value) => {
      this.#state.font = value
    },
    b: (value) => {
      this.#state.bold = value !== 0
    },
    i: (value) => {
      this.#state.italic = value !== 0
    },
    strike: (value) => {
      this.#state.struckOut = value !== 0
    },
    striked: (value) => {
      this.#state.struckOut = value !== 0
    },
    v: (value) => {
      if (value !== 0 && !this.#state.hidden && this.#state.destination === 'text') {
        this.#out.leftOut.add('hidden passage')
      }
      this.#state.hidden = value !== 0
    },
    deleted: (value) => {
      if (value !== 0 && !this.#state.deleted) this.#out.leftOut.add('deleted revision')
      this.#state.deleted = value !== 0
    },
    revised: (value) => {
      if (value !== 0) this.#seen.revised++
    },
    super: (value) => {
      this.#state.place = value === 0 ? null : 'sup'
    },
    sub: (value) => {
      this.#state.place = value === 0 ? null : 'sub'
    },
    nosupersub: () => {
      this.#state.place = null
    },
    plain: () => {
      const { destination, skippedAfterUnicode, link, field } = this.#state
      this.#state = { ...plainState, destination, skippedAfterUnicode, link, field }
    },
    // Paragraphs.
    par: () => this.#endOfParagraph(),
    sect: () => {
      this.#endOfParagraph()
      if (this.#isText) this.#out.sectionBreak()
    },
    page: () => {
      if (this.#isText) this.#out.pageBreak()
    },
    pagebb: () => {
      if (this.#isText) this.#out.pageBreak()
    },
    pard: () => this.#style(plainParagraph),
    s: (value) => this.#style({ style: value ?? 0 }),
    outlinelevel: (value) => this.#style({ outline: value }),
    intbl: () => this.#style({ inTable: true }),
    itap: (value) => this.#style({ inTable: (value ?? 0) > 0 }),
    ls: (value) => this.#style({ list: value }),
    ilvl: (value) => this.#style({ level: Math.max(0, value ?? 0) }),
    pnlvlblt: () => this.#style({ oldList: 'bullets' }),
    pnlvlbody: () => this.#style({ oldList: 'numbers' }),
    // Tables; one inside a cell is text of the cell.
    cell: () => this.#endOfCell(),
    nestcell: () => this.#endOfParagraph(),
    row: () => this.#endOfRow(),
    // Groups.
    pn: () => {
      this.#state.destination = 'nothing'
    },
    field: () => {
      this.#state.field = { instruction: '' }
    },
    fldinst: () => {
      if (this.#isText) this.#state.destination = 'instruction'
    },
    fldrslt: () => {
      const link = linkOfInstruction(this.#state.field?.instruction ?? '')
      if (link) this.#state.link = link
    },
    footnote: () => this.#footnote(),
    pict: () => {
      if (this.#isText) this.#out.leftOut.add('picture')
      this.#state.destination = 'nothing'
    },
    object: () => {
      if (this.#isText) this.#out.leftOut.add('embedded object')
    },
    shppict: () => {},
    shpinst: () => {
      this.#state.destination = 'nothing'
    },
    shptxt: () => this.#textBox(),
    annotation: () => {
      this.#out.leftOut.add('comment')
      this.#state.destination = 'nothing'
    },
    moMath: () => {
      this.#out.leftOut.add('formula')
      this.#state.destination = 'nothing'
    },
    upr: () => {
      this.#state.destination = 'nothing'
    },
    ud: () => {
      this.#state.destination = this.#outer.at(-2)?.destination ?? 'text'
    },
  }

  get #isText(): boolean {
    return this.#state.destination === 'text'
  }

  /** Reads the rest of the group by itself. */
  #table<T>(read: (source: string, start: number, end: number) => T): T {
    const end = endOfGroup(this.#source, this.#tokens.at)
    const table = read(this.#source, this.#tokens.at, end)
    this.#tokens.at = end
    return table
  }

  /** Only in `\info`; other groups may have such names too. */
  #fact(destination: Destination): void {
    const isInfo = this.#outer.length === 3 && this.#outer.at(-1)?.destination === 'nothing'
    this.#state.destination = isInfo ? destination : 'nothing'
  }

  #created(): void {
    const values = this.#table((source, start, end) => {
      const found = new Map<string, number>()
      const tokens = new RtfTokens(source, start, end)
      for (let token = tokens.next(); token.kind !== 'end'; token = tokens.next()) {
        if (token.kind === 'word') found.set(token.name, token.value ?? 0)
      }
      return found
    })
    const part = (name: string, length: number) => String(values.get(name) ?? 0).padStart(length, '0')
    this.created = `${part('yr', 4)}-${part('mo', 2)}-${part('dy', 2)}`
  }

  #unicode(value: number): void {
    this.#flush()
    const code = value < 0 ? value + 65_536 : value
    const font = this.#fonts.get(this.#state.font ?? this.#defaultFont)
    if (code >= 0xf000 && code <= 0xf0ff && font?.charset === symbolCharset) this.#pictured(code - 0xf000)
    else if (code <= 0x10ffff) this.#half(code)
    this.#standIns = this.#state.skippedAfterUnicode
  }

  /** The first half of a character waits for the second. */
  #high = ''

  #half(code: number): void {
    const character = code <= 0xffff ? String.fromCharCode(code) : String.fromCodePoint(code)
    if (code >= 0xd800 && code <= 0xdbff) {
      this.#high = character
      return
    }
    this.#words(this.#high === '' || (code >= 0xdc00 && code <= 0xdfff) ? this.#high + character : character)
    this.#high = ''
  }

  #style(change: Partial<ParagraphState>): void {
    // The old way of lists says in a group of its own what its paragraph is.
    if (this.#isText || 'oldList' in change) this.#paragraph = { ...this.#paragraph, ...change }
  }

  #open(): void {
    if (this.#inParagraph) return
    const { inTable } = this.#paragraph
    if (inTable && !this.#inCell) this.#startCell()
    if (!inTable && this.#inCell) this.#endCell()
    if (!inTable) this.#inTable = false
    this.#out.startParagraph(this.#shape())
    this.#inParagraph = true
  }

  #shape(): BlockShape {
    const { style, outline, list, level, oldList } = this.#paragraph
    if (outline !== null && outline <= 8)
      return { kind: 'heading', level: Math.min(6, Math.max(1, outline + 1)) }
    const shape = this.#styles.get(style) ?? { kind: 'paragraph' }
    if (shape.kind === 'heading') return shape
    if (list !== null && list > 0) {
      const found = this.#lists.get(this.#listNumbers.get(list) ?? 0)?.[level]
      const ordered = found?.ordered ?? false
      const key = `${list} ${level}`
      if (ordered && found && found.start !== 1 && !this.#begun.has(key))
        this.#out.renumbered.push(found.start)
      this.#begun.add(key)
      return { kind: 'list-item', depth: Math.min(8, level), ordered }
    }
    if (oldList !== null) return { kind: 'list-item', depth: 0, ordered: oldList === 'numbers' }
    return shape
  }

  #endOfParagraph(): void {
    if (this.#isText) this.#endParagraph()
  }

  #endParagraph(): void {
    if (this.#inParagraph) this.#out.endParagraph()
    this.#inParagraph = false
    for (const [start, end] of this.#boxes.splice(0)) {
      this.#part(start, end)
      this.#endParagraph()
    }
  }

  #startCell(): void {
    if (!this.#inTable) this.#row = 0
    if (!this.#inTable) this.#column = 0
    this.#inTable = true
    this.#out.startCell(this.#row, this.#column)
    this.#inCell = true
  }

  #endCell(): void {
    if (this.#inCell) this.#out.endCell()
    this.#inCell = false
  }

  #endOfCell(): void {
    if (!this.#isText) return
    this.#endParagraph()
    if (!this.#inCell) this.#startCell()
    this.#endCell()
    this.#column++
  }

  #endOfRow(): void {
    if (!this.#isText) return
    this.#endParagraph()
    this.#endCell()
    this.#row++
    this.#column = 0
  }

  #footnote(): void {
    const start = this.#tokens.at
    const end = endOfGroup(this.#source, start)
    this.#tokens.at = end
    if (!this.#isText) return
    this.#open()
    this.#out.footnote(() => {
      this.#inParagraph = true
      this.#part(start, end)
      this.#inParagraph = false
    })
  }

  #textBox(): void {
    const start = this.#tokens.at
    const end = endOfGroup(this.#source, start)
    this.#tokens.at = end
    this.#seen.boxes++
    this.#boxes.push([start, end])
  }

  /** Reads another stretch of the file as text, and comes back. */
  #part(start: number, end: number): void {
    const before = {
      tokens: this.#tokens,
      state: this.#state,
      outer: this.#outer,
      paragraph: this.#paragraph,
    }
    this.#tokens = new RtfTokens(this.#source, start, end)
    this.#state = { ...plainState, font: before.state.font }
    this.#outer = []
    this.#paragraph = plainParagraph
    this.#run()
    this.#tokens = before.tokens
    this.#state = before.state
    this.#outer = before.outer
    this.#paragraph = before.paragraph
  }
}
