import { Failure } from '../../../../preload/contract/failure.ts'
import { detached } from '../../detached.ts'
import type { Texts } from './texts.ts'

/**
 * CoNLL-U: ten columns with tabs between, of which words and what stands between them are read, and names where the
 * last column has them as BIO labels, alone or after a key (`NER=B-PER`, as Stanza writes them, `name=`, `NE=` for
 * spaCy). A token of several words is what stands in the text; what is only thought is passed over.
 */

/** What is not taken of such files. */
export const leftOutOfConllU = 'columns of morphology, syntax and the like'

const width = 10
/** Of each word the number of the one that it hangs on. */
const head = 6
const id = /^(\d+)(?:-(\d+))?$/
const empty = /^\d+\.\d+$/
const comment = /^#(?!\t)/
const label = /^(?:O|[BIESLUM]-\S+)$/
const named = /^(?:(?:name|NER?|NE_?TAG|ENTITY)=)?(O|[BIESLUM]-\S+)$/i

/** By the first row, or where that is cut off by comments as only CoNLL-U has them. */
export function isConllU(content: string): boolean {
  const lines = content
    .slice(0, 200_000)
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r]/)
  if (lines[0]!.startsWith('# global.columns')) return false
  const row = lines.find((line) => line.trim() !== '' && !comment.test(line))
  if (row === undefined) return lines.some((line) => /^# (?:newdoc|newpar|sent_id|text)\b/.test(line))
  const cells = row.split('\t')
  return (
    cells.length === width &&
    (id.test(cells[0]!) || empty.test(cells[0]!)) &&
    /^(?:_|\d+)$/.test(cells[head]!) &&
    // Rows of other kinds may be as wide, and have labels there.
    !cells.slice(head - 3, -1).some((cell) => label.test(cell))
  )
}

interface Sentence {
  words: string[]
  labels: string[]
  /** Whether there is no space behind a word. */
  areJoined: boolean[]
  stated: string
  beginsParagraph: boolean
}

const nothing = (): Sentence => ({
  ...{ words: [], labels: [], areJoined: [], stated: '', beginsParagraph: false },
})

/** Finds texts and their sentences in the lines, one after the other. */
class Sentences {
  readonly #called: string
  readonly #begin: (title: string | undefined) => void
  readonly #take: (sentence: Sentence) => void
  #sentence = nothing()
  /** Words up to this one stand in the token before them. */
  #within = 0

  constructor(
    called: string,
    begin: (title: string | undefined) => void,
    take: (sentence: Sentence) => void,
  ) {
    this.#called = called
    this.#begin = begin
    this.#take = take
  }

  /** Fails with `unreadable` for a row of another width. */
  take(given: string, number: number): void {
    const line = number === 1 ? given.replace(/^\ufeff/, '') : given
    if (line.trim() === '') this.end()
    else if (comment.test(line)) this.#comment(line)
    else this.#row(line.split('\t'), number)
  }

  end(): void {
    const { words, beginsParagraph } = this.#sentence
    if (words.length > 0) this.#take(this.#sentence)
    this.#sentence = { ...nothing(), beginsParagraph: words.length === 0 && beginsParagraph }
    this.#within = 0
  }

  #comment(line: string): void {
    const [, key, value] = /^#\s*(newdoc|newpar|text)\b(?:\s+id)?\s*(?:=\s?(.*))?$/.exec(line) ?? []
    if (key !== undefined && key !== 'text') this.end()
    if (key === 'newdoc') this.#begin(value?.trim() || undefined)
    if (key === 'newpar') this.#sentence.beginsParagraph = true
    if (key === 'text') this.#sentence.stated = value?.trim() ?? ''
  }

  #row(cells: readonly string[], number: number): void {
    const [, first, last] = id.exec(cells[0]!) ?? []
    if (cells.length !== width || (first === undefined && !empty.test(cells[0]!))) {
      throw new Failure(
        'unreadable',
        `“${this.#called}”, line ${number}: this is CoNLL-U, where a row has ten columns with tabs between, the first of them a number.`,
      )
    }
    if (first === undefined) return
    const { words, labels, areJoined } = this.#sentence
    const name = labelIn(cells[width - 1]!)
    if (Number(first) <= this.#within && last === undefined) {
      if (labels.at(-1) === 'O') labels[labels.length - 1] = name
      return
    }
    if (last !== undefined) this.#within = Number(last)
    words.push(cells[1]!)
    labels.push(name)
    areJoined.push(/(?:^|\|)SpaceAfter=No(?:\||$)/.test(cells[width - 1]!))
  }
}

/** Of the things that stand in the last column, with `|` between, the one that is a label. */
function labelIn(misc: string): string {
  if (misc === '_') return 'O'
  for (const thing of misc.split('|')) {
    const [, found] = named.exec(thing) ?? []
    if (found !== undefined) return found
  }
  return 'O'
}

/** How the sentences of a file are to be read. */
export interface ConllULayout {
  /** For each text that has a sentence, whether its paragraphs are marked. */
  haveParagraphs: readonly boolean[]
}

/** The first look at such a file. */
export class ConllUSurvey {
  readonly #haveParagraphs: boolean[] = []
  readonly #sentences: Sentences
  #isInText = false

  constructor(called: string) {
    const begin = (): void => {
      this.#isInText = false
    }
    this.#sentences = new Sentences(called, begin, ({ beginsParagraph }) => {
      if (!this.#isInText) this.#haveParagraphs.push(false)
      this.#isInText = true
      if (beginsParagraph) this.#haveParagraphs[this.#haveParagraphs.length - 1] = true
    })
  }

  /** Fails with `unreadable` for a row of another width. */
  look(line: string, number: number): void {
    this.#sentences.take(line, number)
  }

  layout(): ConllULayout {
    this.#sentences.end()
    return { haveParagraphs: this.#haveParagraphs }
  }
}

/** The second look: sentences go to their texts, each that `# newdoc` begins. */
export class ConllUReading {
  readonly #layout: ConllULayout
  readonly #texts: Texts
  readonly #sentences: Sentences
  #title: string | undefined
  #isInText = false
  #done = 0
  /** Behind the last word of the sentence before. */
  #space = ''

  constructor(layout: ConllULayout, texts: Texts, called: string) {
    this.#layout = layout
    this.#texts = texts
    const begin = (title: string | undefined): void => {
      this.#title = title && detached(title)
      this.#isInText = false
    }
    this.#sentences = new Sentences(called, begin, (sentence) => this.#sentence(sentence))
  }

  take(line: string, number: number): void {
    this.#sentences.take(line, number)
  }

  end(): void {
    this.#sentences.end()
    this.#texts.end()
  }

  /** Sentences stand on lines of their own, but where paragraphs are marked those of a paragraph follow one another. */
  #sentence({ words, labels, areJoined, stated, beginsParagraph }: Sentence): void {
    if (!this.#isInText) {
      this.#texts.begin(this.#title)
      this.#isInText = true
      this.#done += 1
    }
    const hasParagraphs = this.#layout.haveParagraphs[this.#done - 1]!
    this.#texts.pause()
    this.#texts.sentence({
      ...{ words, labels: labels.map((one) => [one]), stated },
      joined: words
        .map((word, index) => (areJoined[index] ? word : `${word} `))
        .join('')
        .trimEnd(),
      before: beginsParagraph || !hasParagraphs ? '\n' : this.#space,
    })
    this.#space = areJoined.at(-1) ? '' : ' '
  }
}
