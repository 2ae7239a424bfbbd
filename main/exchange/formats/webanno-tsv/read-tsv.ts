import { Failure } from '../../../../preload/contract/failure.ts'
import { detached } from '../../detached.ts'
import { GrowingText } from '../../foreign/growing-text.ts'
import type { CasStructure } from '../uima-cas/cas.ts'
import { Cells, type Row } from './cells.ts'
import { unescapeJava, unescapeText, unescapeValue } from './escaping.ts'
import { layerIn } from './read-header.ts'
import type { TsvDocument, TsvLayer } from './tsv-document.ts'

/** Version 3 of whatever minor number; earlier ones are other formats. */
export const formatLine = /^\ufeff?#FORMAT=WebAnno TSV 3(?:\.(\d+))?\s*$/

/** What a file says beside its sentences and words. */
export type TsvContent = Omit<TsvDocument, 'segments' | 'sentenceIds'> & {
  structures: Map<string, CasStructure>
}

/** Fails with `unreadable`, naming the file and the line. */
export function readTsv(content: string, called: string): TsvDocument {
  const sentences: number[] = []
  const tokens: number[] = []
  const sentenceIds = new Map<number, string>()
  const reading = new TsvReading(called, {
    name: (id) => void sentenceIds.set(sentences.length / 2, id),
    sentence: (begin, end) => void sentences.push(begin, end),
    token: (begin, end) => void tokens.push(begin, end),
  })
  for (const line of content.split(/\r\n|[\n\r]/)) reading.take(line)
  return { ...reading.content(), segments: { sentences, tokens }, sentenceIds }
}

/** Hears of sentences and words, which are too many to be held. In UTF-16 code units. */
export interface TsvSegments {
  /** The name of the next sentence. */
  name(id: string): void
  sentence(begin: number, end: number): void
  token(begin: number, end: number, words: string): void
}

/** Reads a file line by line, of which it holds the text and what is said of it. Fails with `unreadable`. */
export class TsvReading {
  readonly #called: string
  readonly #segments: TsvSegments
  readonly #layers: TsvLayer[] = []
  readonly #text = new GrowingText()
  #unescape = unescapeText
  /** Undefined as long as layers may still be declared. */
  #cells: Cells | undefined
  #columns = 0
  #undeclared = 0
  /** Lines of a sentence whose words have not come yet. */
  #coming: string[] = []
  /** The latest sentence with what is before it, and where that begins. */
  #latest = { begin: 0, words: '' }
  #hasSentence = false
  #lastToken = 0
  /** Of the line, from 1. */
  #number = 0

  constructor(called: string, segments: TsvSegments) {
    this.#called = called
    this.#segments = segments
  }

  take(line: string): void {
    this.#number += 1
    if (this.#number === 1) this.#version(line)
    else if (!this.#cells && line.startsWith('#T_')) this.#declare(line)
    else {
      this.#cells ??= this.#begin()
      if (line.startsWith('#')) this.#sentenceHeader(line)
      else if (line !== '') this.#cells.take(this.#row(line))
    }
  }

  content(): TsvContent {
    const cells = this.#cells ?? this.#begin()
    this.#number += 1
    if (this.#coming.length > 0) this.#fail('the last sentence has no words below it')
    return {
      text: this.#text.whole(),
      layers: this.#layers,
      structures: cells.finish(),
      undeclared: this.#undeclared,
    }
  }

  #version(line: string): void {
    const version = formatLine.exec(line)
    if (!version) {
      this.#fail('this is no WebAnno TSV 3: export the texts from INCEpTION as “WebAnno TSV v3.3”')
    }
    if (Number(version[1] ?? 0) <= 1) this.#unescape = unescapeJava
  }

  #declare(line: string): void {
    const layer = layerIn(detached(line))
    if (!layer) this.#fail('this is no layer that WebAnno TSV 3 knows')
    this.#layers.push(layer)
  }

  #begin(): Cells {
    this.#columns = this.#layers.reduce((count, layer) => count + layer.columns.length, 0)
    return new Cells(this.#layers, (what, line) => this.#fail(what, line))
  }

  #sentenceHeader(line: string): void {
    const [, name, value] = /^#([^=]*)=(.*)$/s.exec(line) ?? []
    if (name === 'Text') this.#coming.push(this.#unescape(value!))
    if (name === 'Sentence.id' && value!.trim() !== '') this.#segments.name(this.#unescape(value!))
  }

  #row(line: string): Row {
    const [unit, offsets, words, ...cells] = line.split('\t')
    const [, first, last] = /^(\d{1,10})-(\d{1,10})$/.exec(offsets ?? '') ?? []
    const isPart = /^\d+-\d+\.\d+$/.test(unit!)
    if (first === undefined || words === undefined || !(isPart || /^\d+-\d+$/.test(unit!))) {
      this.#fail(
        'a row must begin with its number, its offsets and its word, such as “1-1”, “0-4” and “This”',
      )
    }
    const columns = this.#columns
    if (cells.length < columns)
      this.#fail(`there must be ${columns} ${columns === 1 ? 'column' : 'columns'} after the word`)
    for (let at = columns; at < cells.length; at++) {
      if (cells[at] !== '' && cells[at] !== '_') this.#undeclared += 1
    }
    const [begin, end] = [Number(first), Number(last)]
    if (!isPart) this.#beginToken(begin, end)
    const written = this.#slice(begin, end)
    if (begin > end || end > this.#text.length || (words !== written && unescapeValue(words) !== written)) {
      this.#fail(
        `“${words}” does not stand at ${offsets} in the text, counted in UTF-16 units as WebAnno does`,
      )
    }
    if (!isPart) this.#segments.token(begin, end, written)
    return { line: this.#number, unit: unit!, begin, end, cells }
  }

  #beginToken(begin: number, end: number): void {
    if (this.#coming.length > 0) {
      const gap = begin - this.#text.length
      if (gap < 0) this.#fail('the sentence begins before the one above it has ended')
      // What stands between sentences is not written: a line end, and spaces for what is more.
      if (gap > maximumGap) this.#fail(`the sentence begins ${gap} characters after the one above it`)
      const between = !this.#hasSentence || gap === 0 ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`
      this.#latest = { begin: this.#text.length, words: between + this.#coming.join('\n') }
      this.#text.add(this.#latest.words)
      this.#coming = []
      this.#hasSentence = true
      this.#segments.sentence(begin, this.#text.length)
    }
    if (!this.#hasSentence) this.#fail('there is a word before any “#Text=”')
    if (begin < this.#lastToken || begin >= end) this.#fail('the words are not in their order')
    this.#lastToken = end
  }

  #slice(begin: number, end: number): string {
    if (begin < this.#latest.begin) this.#latest = { begin: 0, words: this.#text.whole() }
    return this.#latest.words.slice(begin - this.#latest.begin, end - this.#latest.begin)
  }

  #fail(what: string, line = this.#number): never {
    throw new Failure('unreadable', `${this.#called}, line ${line}: ${what}.`)
  }
}

/** In UTF-16 code units; a text is not padded beyond any sense because a number says so. */
const maximumGap = 1_000_000
