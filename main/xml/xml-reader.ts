import { Failure } from '../../preload/contract/failure.ts'
import { XmlDeclarations } from './xml-declarations.ts'
import { type Longest, LongValues } from './xml-long-values.ts'
import { type Attribute, nameAt, XmlNames } from './xml-names.ts'
import { attributeValue, withReferences } from './xml-references.ts'
import { asXmlHasIt, beyondXml, countBeyondXml } from './xml-text.ts'

/** The start of an element. */
export interface XmlTag {
  /**
   * The local name after the prefix that the reader’s `prefixes` give to its namespace, whatever the file calls it
   * (`w:p`); the local name alone for prefix '' and outside any namespace; `{address}local` for other namespaces.
   */
  readonly name: string
  /** By names of the same kind; those without a prefix are in no namespace. Declarations of namespaces are not here. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where it starts, counted from 1. */
  readonly line: number
}

/** What a reader tells, in the order of the file. Comments and processing instructions are passed over. */
export interface XmlHandler {
  enter(tag: XmlTag): void
  /** The end of an element, an empty one too. */
  leave(tag: XmlTag): void
  /** Text inside an element, references resolved. A stretch may come in several pieces. */
  text(words: string): void
}

export interface XmlOptions {
  /** Prefixes of the reader’s own, by the address of a namespace. */
  prefixes?: Readonly<Record<string, string>>
  /** What the file is called in a failure, such as `word/document.xml`. */
  called?: string
  /** Where given, a character that XML has no place for is no failure: it becomes U+FFFD, and their number is told. */
  mended?: (count: number) => void
  /**
   * How long the value of an attribute may be as it is written, in UTF-16 code units; a longer one fails as soon as that
   * much has come. 0 says that nobody needs it: a long one comes as '' and is not held. Names of elements are as those
   * of `XmlTag`, those of attributes as they are written.
   */
  longest?: Longest
}

const [tab, lineEnd, space, quotation, apostrophe, slash, colon, equals, greater] = [
  9, 10, 32, 34, 39, 47, 58, 61, 62,
]

/** Elements inside each other; no document has more, and what walks a tree may call itself so often. */
export const deepest = 1000

/**
 * Reads XML 1.0 with namespaces from pieces of text, however they are cut, and refuses what is not well-formed.
 * Nothing outside the file is ever looked up. Entities that the file declares itself stand for plain text only, so
 * that they cannot grow; a document type that lies elsewhere is passed over.
 */
export class XmlReader {
  readonly #handler: XmlHandler
  readonly #called: string
  readonly #mended: XmlOptions['mended']
  readonly #long: LongValues
  readonly #names: XmlNames
  readonly #declared = new XmlDeclarations()
  readonly #open: XmlTag[] = []
  /** The same, as the file writes their names. */
  readonly #written: string[] = []
  /** What could not be read yet, since its end has not come. */
  #rest = ''
  /** Pieces that wait until there is twice as much as at the last attempt: what is long is not read again and again. */
  #waiting: string[] = []
  #waitingLength = 0
  #endsWithReturn = false
  #line = 1
  #hasRoot = false
  #isFirst = true
  #text = ''
  #at = 0
  /** Where the next line ends. */
  #lineEnd = Number.POSITIVE_INFINITY

  constructor(handler: XmlHandler, { prefixes = {}, called = '', mended, longest }: XmlOptions = {}) {
    this.#handler = handler
    this.#called = called
    this.#mended = mended
    this.#long = new LongValues(longest)
    this.#names = new XmlNames(prefixes)
  }

  /** Takes the next piece, which may end anywhere but between surrogates. Fails with `unreadable` and a line. */
  write(piece: string): void {
    if (piece === '') return
    this.#waiting.push(this.#checked(piece))
    this.#waitingLength += piece.length
    if (this.#waitingLength >= this.#rest.length) this.#read(false)
  }

  /** Says that there is no more. Fails with `unreadable` when something is still open. */
  end(): void {
    this.#read(true)
    const open = this.#open.at(-1)
    if (open) this.#fail(`the end of <${this.#written.at(-1)}> from line ${open.line} is missing`)
    if (!this.#hasRoot) this.#fail('there is no element in it')
  }

  #checked(piece: string): string {
    let text = piece
    if (this.#isFirst) text = text.replace(/^\ufeff/, '')
    this.#isFirst = false
    if (text.includes('\r') || this.#endsWithReturn) {
      if (this.#endsWithReturn && text.startsWith('\n')) text = text.slice(1)
      this.#endsWithReturn = text.endsWith('\r')
      text = text.replace(/\r\n?/g, '\n')
    }
    if (!this.#mended || !beyondXml.test(text)) return text
    this.#mended(countBeyondXml(text))
    return asXmlHasIt(text)
  }

  #read(isEnd: boolean): void {
    this.#text = this.#rest + this.#waiting.join('')
    this.#waiting = []
    this.#waitingLength = 0
    this.#at = 0
    this.#findLineEnd(0)
    const illegal = beyondXml.exec(this.#text)
    if (illegal) this.#fail(`a character that XML does not allow (${codeOf(illegal[0])})`, illegal.index)
    if (!this.#text.isWellFormed()) this.#fail('half of a character (a lone surrogate)')
    while (this.#at < this.#text.length) {
      const from = this.#at
      if (!this.#readOne(isEnd)) {
        if (isEnd) this.#fail('something that begins here does not end or cannot be read', from)
        break
      }
      this.#countLines(this.#at)
    }
    this.#rest = this.#text.slice(this.#at)
    this.#text = ''
  }

  /** False where its end has not come yet; then nothing has been taken. */
  #readOne(isEnd: boolean): boolean {
    const text = this.#text
    if (text.charCodeAt(this.#at) !== 0x3c) return this.#readText(isEnd)
    switch (text[this.#at + 1]) {
      case undefined:
        return false
      case '/':
        return this.#readEnd()
      case '?':
        return this.#readInstruction()
      case '!':
        return this.#readMarked()
      default:
        return this.#readStart()
    }
  }

  #readText(isEnd: boolean): boolean {
    const found = this.#text.indexOf('<', this.#at)
    const end = found < 0 ? this.#text.length : found
    // A reference, or the “]]>” that text must not hold, may be cut here.
    const until = found < 0 && !isEnd ? this.#beforeCut(end) : end
    if (until === this.#at) return false
    const raw = this.#text.slice(this.#at, until)
    if (this.#open.length === 0) {
      if (raw.trim() !== '')
        this.#fail(this.#hasRoot ? 'text after the end' : 'text before the first element')
    } else {
      if (raw.includes(']]>')) this.#fail('“]]>” in the text')
      this.#handler.text(this.#resolved(raw))
    }
    this.#at = until
    return true
  }

  #beforeCut(end: number): number {
    const reference = this.#text.lastIndexOf('&')
    if (reference >= this.#at && this.#text.indexOf(';', reference) < 0) return reference
    let until = end
    while (until > this.#at && end - until < 2 && this.#text[until - 1] === ']') until--
    return until
  }

  #readEnd(): boolean {
    const end = this.#text.indexOf('>', this.#at)
    if (end < 0) return false
    const written = this.#text.slice(this.#at + 2, end).trimEnd()
    const open = this.#open.pop()
    const expected = this.#written.pop()
    if (!open) this.#fail(`an end without a beginning, </${shown(written)}>`)
    if (expected !== written) {
      this.#fail(`</${shown(written)}> where the end of <${expected}> from line ${open.line} should come`)
    }
    this.#names.leave()
    this.#handler.leave(open)
    this.#at = end + 1
    return true
  }

  #readInstruction(): boolean {
    const end = this.#text.indexOf('?>', this.#at + 2)
    if (end < 0) return false
    const target = this.#nameAt(this.#at + 2) ?? ''
    const isDeclaration = target.toLowerCase() === 'xml'
    if (isDeclaration && (this.#at > 0 || this.#line > 1 || this.#hasRoot || target !== 'xml')) {
      this.#fail('a second XML declaration, or one that does not stand at the very beginning')
    }
    if (isDeclaration && !/^\s+version\s*=/.test(this.#text.slice(this.#at + 5, end))) {
      this.#fail('an XML declaration without a version')
    }
    this.#at = end + 2
    return true
  }

  #readMarked(): boolean {
    const text = this.#text
    if (text.startsWith('<!--', this.#at)) return this.#readComment()
    if (text.startsWith('<![CDATA[', this.#at)) {
      const end = text.indexOf(']]>', this.#at)
      if (end < 0) return false
      if (this.#open.length === 0) this.#fail('text outside the elements')
      this.#handler.text(text.slice(this.#at + 9, end))
      this.#at = end + 3
      return true
    }
    if (text.startsWith('<!DOCTYPE', this.#at)) {
      if (this.#hasRoot) this.#fail('a document type after the first element')
      const end = this.#orFail(() => this.#declared.readType(text, this.#at))
      if (end === null) return false
      this.#at = end
      return true
    }
    const isCut = ['<!--', '<![CDATA[', '<!DOCTYPE'].some((start) => start.startsWith(text.slice(this.#at)))
    if (!isCut) this.#fail('“<!” that begins nothing')
    return false
  }

  #readComment(): boolean {
    const end = this.#text.indexOf('--', this.#at + 4)
    if (end < 0 || end + 2 >= this.#text.length) return false
    if (this.#text[end + 2] !== '>') this.#fail('“--” in a comment')
    this.#at = end + 3
    return true
  }

  #readStart(): boolean {
    const text = this.#text
    const written = this.#nameAt(this.#at + 1)
    if (written === null) return false
    let at = this.#at + 1 + written.length
    const attributes: Attribute[] = []
    for (;;) {
      const next = this.#afterBlank(at)
      if (next >= text.length) return false
      const code = text.charCodeAt(next)
      if (code === greater) return this.#enter(written, attributes, next + 1, false)
      if (code === slash) {
        if (next + 1 >= text.length) return false
        if (text.charCodeAt(next + 1) !== greater) this.#fail(`“/” inside <${written}>`)
        return this.#enter(written, attributes, next + 2, true)
      }
      if (next === at) this.#fail(`no space before an attribute of <${written}>, or a wrong name`)
      const end = this.#attributeAt(next, written, attributes)
      if (end === null) return false
      at = end
    }
  }

  /** Adds the attribute that stands there, and tells where it ends. */
  #attributeAt(from: number, element: string, attributes: Attribute[]): number | null {
    const text = this.#text
    const name = this.#nameAt(from)
    if (name === null) return null
    let at = this.#afterBlank(from + name.length)
    if (at >= text.length) return null
    if (text.charCodeAt(at) !== equals) this.#fail(`the attribute ${name} of <${element}> has no value`)
    at = this.#afterBlank(at + 1)
    if (at >= text.length) return null
    const quote = text.charCodeAt(at)
    if (quote !== quotation && quote !== apostrophe) {
      this.#fail(`the value of ${name} in <${element}> has no quotes`)
    }
    const end = text.indexOf(quote === quotation ? '"' : "'", at + 1)
    const length = (end < 0 ? text.length : end) - at - 1
    const isPassedOver = this.#isPassedOver(name, length, element)
    if (end < 0) {
      if (isPassedOver) this.#forget(name, at + 1, element)
      return null
    }
    const raw = text.slice(at + 1, end)
    if (raw.includes('<')) this.#fail(`“<” in the value of ${name} in <${element}>`)
    attributes.push({ name, value: isPassedOver ? '' : this.#valueOf(raw) })
    return end + 1
  }

  #isPassedOver(attribute: string, length: number, element: string): boolean {
    try {
      return this.#long.isPassedOver(attribute, length, element, () => this.#names.meantBy(element))
    } catch (error) {
      throw this.#failure((error as Error).message)
    }
  }

  #forget(attribute: string, from: number, element: string): void {
    const value = this.#text.slice(from)
    if (value.includes('<')) this.#fail(`“<” in the value of ${attribute} in <${element}>`)
    this.#long.forget(attribute, value)
    this.#text = this.#text.slice(0, from)
  }

  #valueOf(raw: string): string {
    return /[&\t\n]/.test(raw) ? this.#orFail(() => attributeValue(raw, this.#declared)) : raw
  }

  #enter(written: string, given: readonly Attribute[], end: number, isEmpty: boolean): boolean {
    if (this.#open.length === 0 && this.#hasRoot) this.#fail('a second element after the end of the first')
    if (this.#open.length >= deepest) this.#fail(`more than ${deepest} elements inside each other`)
    this.#hasRoot = true
    const tag = this.#tagOf(written, given)
    this.#line += this.#long.next()
    this.#handler.enter(tag)
    if (isEmpty) {
      this.#names.leave()
      this.#handler.leave(tag)
    } else {
      this.#open.push(tag)
      this.#written.push(written)
    }
    this.#at = end
    return true
  }

  #tagOf(written: string, given: readonly Attribute[]): XmlTag {
    try {
      const { name, attributes } = this.#names.enter(written, given)
      return { name, attributes, line: this.#line }
    } catch (error) {
      return this.#fail((error as Error).message)
    }
  }

  /** Null where the name may go on in the next piece. */
  #nameAt(at: number): string | null {
    const text = this.#text
    const name = nameAt(text, at)
    const after = at + name.length
    if (after >= text.length || (after + 1 === text.length && text.charCodeAt(after) === colon)) return null
    if (name === '') this.#fail('“<” that begins nothing, or a name that is none')
    return name
  }

  #afterBlank(from: number): number {
    const text = this.#text
    let at = from
    for (;;) {
      const code = text.charCodeAt(at)
      if (code !== space && code !== lineEnd && code !== tab) return at
      at++
    }
  }

  #resolved(raw: string): string {
    return raw.includes('&') ? this.#orFail(() => withReferences(raw, this.#declared)) : raw
  }

  #orFail<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      return this.#fail(error instanceof Error ? error.message : String(error))
    }
  }

  #countLines(to: number): void {
    while (this.#lineEnd < to) {
      this.#line++
      this.#findLineEnd(this.#lineEnd + 1)
    }
  }

  #findLineEnd(from: number): void {
    const found = this.#text.indexOf('\n', from)
    this.#lineEnd = found < 0 ? Number.POSITIVE_INFINITY : found
  }

  #fail(what: string, at = this.#at): never {
    throw this.#failure(`this is not well-formed XML: ${what}.`, at)
  }

  #failure(sentence: string, at = this.#at): Failure {
    this.#countLines(at)
    const where = this.#called === '' ? `Line ${this.#line}` : `${this.#called}, line ${this.#line}`
    return new Failure('unreadable', `${where}: ${sentence}`)
  }
}

const codeOf = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
const shown = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name)
