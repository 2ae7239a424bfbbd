import { Failure } from '../../../../preload/contract/failure.ts'
import { Cells, type Row } from './cells.ts'
import { unescapeJava, unescapeText, unescapeValue } from './escaping.ts'
import { layerIn } from './read-header.ts'
import type { TsvDocument, TsvLayer } from './tsv-document.ts'

/** Version 3 of whatever minor number; earlier ones are other formats. */
export const formatLine = /^\ufeff?#FORMAT=WebAnno TSV 3(?:\.(\d+))?\s*$/

/** Fails with `unreadable`, naming the file and the line. */
export function readTsv(content: string, called: string): TsvDocument {
  return new Reading(content, called).document()
}

class Reading {
  readonly #lines: readonly string[]
  readonly #called: string
  readonly #unescape: (written: string) => string
  readonly #sentences: number[] = []
  readonly #tokens: number[] = []
  readonly #sentenceIds = new Map<number, string>()
  readonly #text = new GrowingText()
  #undeclared = 0
  /** Lines of a sentence whose words have not come yet. */
  #coming: string[] = []
  #line = 0

  constructor(content: string, called: string) {
    this.#lines = content.split(/\r\n|[\n\r]/)
    this.#called = called
    const version = formatLine.exec(this.#lines[0]!)
    if (!version) {
      this.#fail('this is no WebAnno TSV 3: export the texts from INCEpTION as “WebAnno TSV v3.3”')
    }
    this.#unescape = Number(version[1] ?? 0) <= 1 ? unescapeJava : unescapeText
  }

  document(): TsvDocument {
    const layers = this.#header()
    const cells = new Cells(layers, (what, line) => this.#fail(what, line))
    const columns = layers.reduce((count, layer) => count + layer.columns.length, 0)
    for (; this.#line < this.#lines.length; this.#line++) {
      const line = this.#lines[this.#line]!
      if (line.startsWith('#')) this.#sentenceHeader(line)
      else if (line !== '') cells.take(this.#row(line, columns))
    }
    if (this.#coming.length > 0) this.#fail('the last sentence has no words below it')
    return {
      text: this.#text.whole(),
      segments: { sentences: this.#sentences, tokens: this.#tokens },
      sentenceIds: this.#sentenceIds,
      layers,
      structures: cells.finish(),
      undeclared: this.#undeclared,
    }
  }

  #header(): TsvLayer[] {
    const layers: TsvLayer[] = []
    for (this.#line = 1; this.#lines[this.#line]?.startsWith('#T_'); this.#line++) {
      const layer = layerIn(this.#lines[this.#line]!)
      if (!layer) this.#fail('this is no layer that WebAnno TSV 3 knows')
      layers.push(layer)
    }
    return layers
  }

  #sentenceHeader(line: string): void {
    const [, name, value] = /^#([^=]*)=(.*)$/s.exec(line) ?? []
    if (name === 'Text') this.#coming.push(this.#unescape(value!))
    if (name === 'Sentence.id' && value!.trim() !== '') {
      this.#sentenceIds.set(this.#sentences.length / 2, this.#unescape(value!))
    }
  }

  #row(line: string, columns: number): Row {
    const [unit, offsets, words, ...cells] = line.split('\t')
    const [, first, last] = /^(\d{1,10})-(\d{1,10})$/.exec(offsets ?? '') ?? []
    const isPart = /^\d+-\d+\.\d+$/.test(unit!)
    if (first === undefined || words === undefined || !(isPart || /^\d+-\d+$/.test(unit!))) {
      this.#fail(
        'a row must begin with its number, its offsets and its word, such as “1-1”, “0-4” and “This”',
      )
    }
    if (cells.length < columns)
      this.#fail(`there must be ${columns} ${columns === 1 ? 'column' : 'columns'} after the word`)
    this.#undeclared += cells.slice(columns).filter((cell) => cell !== '' && cell !== '_').length
    const [begin, end] = [Number(first), Number(last)]
    if (!isPart) this.#token(begin, end)
    const written = this.#text.slice(begin, end)
    if (begin > end || end > this.#text.length || ![words, unescapeValue(words)].includes(written)) {
      this.#fail(
        `“${words}” does not stand at ${offsets} in the text, counted in UTF-16 units as WebAnno does`,
      )
    }
    return { line: this.#line + 1, unit: unit!, begin, end, cells }
  }

  #token(begin: number, end: number): void {
    if (this.#coming.length > 0) {
      const gap = begin - this.#text.length
      if (gap < 0) this.#fail('the sentence begins before the one above it has ended')
      // What stands between sentences is not written: a line end, and spaces for what is more.
      if (gap > maximumGap) this.#fail(`the sentence begins ${gap} characters after the one above it`)
      const between = this.#sentences.length === 0 || gap === 0 ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`
      this.#text.add(between + this.#coming.join('\n'))
      this.#coming = []
      this.#sentences.push(begin, this.#text.length)
    }
    if (this.#sentences.length === 0) this.#fail('there is a word before any “#Text=”')
    if (begin < (this.#tokens.at(-1) ?? 0) || begin >= end) this.#fail('the words are not in their order')
    this.#tokens.push(begin, end)
  }

  #fail(what: string, line = this.#line + 1): never {
    throw new Failure('unreadable', `${this.#called}, line ${line}: ${what}.`)
  }
}

/** A text that grows at its end and is asked for what stands there: all of it is put together only when it is wanted. */
class GrowingText {
  #before: string[] = []
  #last = ''
  /** In UTF-16 code units. */
  length = 0

  add(piece: string): void {
    this.#before.push(this.#last)
    this.#last = piece
    this.length += piece.length
  }

  slice(begin: number, end: number): string {
    const start = this.length - this.#last.length
    return begin < start ? this.whole().slice(begin, end) : this.#last.slice(begin - start, end - start)
  }

  whole(): string {
    this.#last = [...this.#before, this.#last].join('')
    this.#before = []
    return this.#last
  }
}

/** In UTF-16 code units; a text is not padded beyond any sense because a number says so. */
const maximumGap = 1_000_000
