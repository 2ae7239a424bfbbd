import { Failure } from '../../../../preload/contract/failure.ts'
import { ListScan, type Stretch } from '../../foreign/list-scan.ts'
import { longestEntry, tooLongEntry } from './longest.ts'

// A JSON CAS is one object, and nearly all of it is the list of its structures, of which each is short. It is gone
// through once: the structures portion by portion, and at last what stands outside of lists.

const structuresBegin = /"%FEATURE_STRUCTURES"[ \t\r\n]*:[ \t\r\n]*\[$/

/** Enough for what the pattern looks for, with some space in it. */
const tailLength = 200

/** Parts of a JSON CAS as its bytes come. What cannot be read fails with `unreadable`. */
export class JsonCasParts {
  readonly #called: string
  readonly #scan = new ListScan()
  /** What stands outside of lists, and in each list its number. */
  #outline = ''
  readonly #outlineDecoder = new TextDecoder('utf-8', { fatal: true })
  #list = -1
  /** The number of the list of structures. */
  #structures: number | null = null
  /** Of the structure that goes on in the next piece. */
  #rest: Uint8Array[] = []
  #restLength = 0
  #isFirst = true

  constructor(called: string) {
    this.#called = called
  }

  /** The structures that end in this piece. */
  read(piece: Uint8Array): unknown[] {
    const found: unknown[] = []
    let portion = new Portion()
    for (const stretch of this.#scan.read(piece)) {
      const { list, bytes, before } = stretch
      if (list === null) {
        this.#outline += this.#decoded(this.#outlineDecoder, bytes, true)
        if (this.#outline.length > longestEntry) throw tooLongEntry(this.#called)
        continue
      }
      if (list !== this.#list) this.#begin(list)
      if (list !== this.#structures) continue
      if (before === null) {
        this.#rest.push(new Uint8Array(bytes))
        this.#restLength += bytes.length
        if (this.#restLength > longestEntry) throw tooLongEntry(this.#called)
      } else if (this.#rest.length > 0) {
        const whole = Buffer.concat([...this.#rest, bytes])
        this.#rest = []
        this.#restLength = 0
        this.#take(new Portion(stretch, whole), before, found)
      } else portion.add(stretch)
      if (before === 'end') {
        this.#take(portion, before, found)
        portion = new Portion()
      }
    }
    this.#take(portion, 'comma', found)
    return found
  }

  /** What stands outside of lists, when all has been read: each list has nothing but its number in it. */
  outline(): { value: unknown; structures: number | null } {
    this.#outline += this.#decoded(this.#outlineDecoder, new Uint8Array(), false)
    return { value: this.#parsed(this.#outline), structures: this.#structures }
  }

  #begin(list: number): void {
    this.#list = list
    this.#isFirst = true
    if (structuresBegin.test(this.#outline.slice(-tailLength))) {
      if (this.#structures !== null) {
        throw new Failure('unreadable', `${this.#called} is no JSON CAS: %FEATURE_STRUCTURES is there twice.`)
      }
      this.#structures = list
    }
    this.#outline += String(list)
  }

  #take(portion: Portion, before: 'comma' | 'end', found: unknown[]): void {
    if (portion.count === 0) return
    const text = this.#decoded(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
      portion.bytes(),
      false,
    )
    const isEmptyList = this.#isFirst && before === 'end' && /^[ \t\r\n]*$/.test(text)
    this.#isFirst = false
    if (isEmptyList) return
    const values = this.#parsed(`[${text}]`, portion.line) as unknown[]
    if (values.length !== portion.count) throw this.#noJson('a comma with nothing before it', portion.line)
    for (const value of values) found.push(value)
  }

  #decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
    try {
      return decoder.decode(bytes, { stream })
    } catch {
      throw new Failure(
        'unreadable',
        `${this.#called} is not UTF-8, which JSON CAS always is: save it as UTF-8.`,
      )
    }
  }

  #parsed(text: string, line?: number): unknown {
    try {
      return JSON.parse(text)
    } catch (error) {
      // Where in the part it is helps nobody.
      const why = (error as Error).message.replace(/ (?:in JSON )?at position .*$/s, '')
      throw this.#noJson(why.replace(/\s+/g, ' '), line)
    }
  }

  #noJson(why: string, line: number | undefined): Failure {
    const where = line === undefined ? '' : `, in or below line ${line}`
    return new Failure('unreadable', `${this.#called} is no JSON${where}: ${why}.`)
  }
}

/** Entries of a list that lie behind each other in one piece, with their commas. */
class Portion {
  #bytes: Uint8Array | null = null
  #length = 0
  count = 0
  line = 1

  constructor(first?: Stretch, whole?: Uint8Array) {
    if (!first || !whole) return
    this.#bytes = whole
    this.#length = whole.length
    this.count = 1
    this.line = first.line
  }

  add({ bytes, line }: Stretch): void {
    if (this.#bytes === null) {
      this.#bytes = bytes
      this.#length = bytes.length
      this.line = line
    } else this.#length = bytes.byteOffset + bytes.length - this.#bytes.byteOffset
    this.count += 1
  }

  bytes(): Uint8Array {
    const { buffer, byteOffset } = this.#bytes!
    return new Uint8Array(buffer, byteOffset, this.#length)
  }
}
