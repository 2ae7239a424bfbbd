/** A piece of RTF. `word` has its parameter or null, `symbol` is a control sign, `byte` is one of the code page. */
export type RtfToken =
  | { kind: 'open' | 'close' | 'end' }
  | { kind: 'word'; name: string; value: number | null }
  | { kind: 'symbol'; sign: string }
  | { kind: 'byte'; value: number }
  /** Bytes as they stand, each as a character up to U+00FF. */
  | { kind: 'text'; bytes: string }

const word = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const text = /[^\\{}\r\n]+/y

/** The tokens of an RTF file between two places of it; `at` may be moved. */
export class RtfTokens {
  readonly #source: string
  readonly #end: number
  at: number

  /** `source` has one character for each byte. */
  constructor(source: string, start: number, end: number) {
    this.#source = source
    this.at = start
    this.#end = end
  }

  next(): RtfToken {
    while (this.at < this.#end) {
      const sign = this.#source[this.at]!
      if (sign === '\r' || sign === '\n') {
        this.at++
        continue
      }
      if (sign === '{' || sign === '}') {
        this.at++
        return { kind: sign === '{' ? 'open' : 'close' }
      }
      if (sign !== '\\') return this.#text()
      const control = this.#control()
      if (control) return control
    }
    return { kind: 'end' }
  }

  #text(): RtfToken {
    text.lastIndex = this.at
    const bytes = text.exec(this.#source)![0].slice(0, this.#end - this.at)
    this.at += bytes.length
    return { kind: 'text', bytes }
  }

  /** Null for binary data, which is passed over. */
  #control(): RtfToken | null {
    word.lastIndex = this.at + 1
    const found = word.exec(this.#source)
    if (found) {
      this.at += 1 + found[0].length
      const value = found[2] === undefined ? null : Number(found[2])
      if (found[1] !== 'bin') return { kind: 'word', name: found[1]!, value }
      this.at = Math.min(this.#end, this.at + Math.max(0, value ?? 0))
      return null
    }
    const sign = this.#source[this.at + 1] ?? ''
    this.at += 2
    if (sign !== "'") return { kind: 'symbol', sign }
    const code = Number.parseInt(this.#source.slice(this.at, this.at + 2), 16)
    this.at += 2
    return Number.isNaN(code) ? null : { kind: 'byte', value: code }
  }
}

/** Where the group ends that `start` stands in: at its closing brace, or at the end of the file. */
export function endOfGroup(source: string, start: number): number {
  const tokens = new RtfTokens(source, start, source.length)
  let depth = 0
  for (;;) {
    const { kind } = tokens.next()
    if (kind === 'end') return source.length
    if (kind === 'open') depth++
    if (kind === 'close' && depth-- === 0) return tokens.at - 1
  }
}
