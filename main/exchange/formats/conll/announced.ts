import { Failure } from '../../../../preload/contract/failure.ts'
import { detached } from '../../detached.ts'
import { StatedSentences } from './stated-sentences.ts'
import type { Texts } from './texts.ts'

/**
 * Files that say in their first line what their columns are: OntoNotes as the shared tasks of 2011 and 2012 have it
 * (`#begin document`), and CoNLL-U Plus (`# global.columns`). Of their columns the names are taken: in brackets, as
 * `(PERSON*` … `*)`, or as BIO labels. Sentences of CoNLL-U Plus are as `# text` has them, where it has their words.
 */
export const isAnnounced = (head: string): boolean => ontoNotes.test(head) || plus.test(head)

/** What is not taken of such files. */
export const leftOutOfAnnounced = 'columns of syntax, coreference and the like'

const ontoNotes = /^\ufeff?\s*#begin document\b/
const plus = /^\ufeff?\s*# global\.columns[^\S\n]*=[^\S\n]*([^\r\n]*)/

const begin = /^#begin document\s+\(?(.*?)\)?\s*(?:;\s*part\s+(\S+)\s*)?$/
const wordOfOntoNotes = 3
const namesOfOntoNotes = 10
const bracketed = /^(?:\([^\s()*|]+)*\*?\)*$/
const label = /^(?:[O_*]|[BIESLUM]-\S+)$/
const namedForNames = /(?:^|:)(?:NER?|NE_?TAG|ENTITY|ENTITIES|NAMED_?ENTITY)$/i
/** Columns of every CoNLL-U file, in which labels can only stand by chance. */
const ofConllU = new Set(['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC'])

/** What is found in the lines, one after the other. */
interface Found {
  begin(title: string | undefined): void
  pause(): void
  /** What `# text` says of the sentence that begins here. */
  stated(text: string): void
  row(cells: readonly string[], number: number): void
}

function find(line: string, number: number, separator: RegExp, found: Found): void {
  if (line.startsWith('#')) {
    findInComment(line, found)
    // Before a tab it is a word.
    if (line[1] !== '\t') return
  }
  if (line.trim() === '') {
    found.pause()
    return
  }
  const cells = line.trim().split(separator)
  // Words of several tokens and those that are only thought stand beside the tokens.
  if (separator === tabs && /^\d+[-.]\d+$/.test(cells[0]!)) return
  found.row(cells, number)
}

function findInComment(line: string, found: Found): void {
  const [, title, part] = begin.exec(line) ?? []
  const newdoc = /^# newdoc(?:\s+id\s*=\s*(.*))?$/.exec(line)
  const said = /^# text\s*=\s?(.*)$/.exec(line)?.[1]
  if (title !== undefined) found.begin(part === undefined ? title : `${title}, part ${part}`)
  else if (newdoc) found.begin(newdoc[1]?.trim())
  else if (said !== undefined) found.stated(said.trim())
}

const tabs = /\t/
const blanks = /\s+/

/** How the rows of such a file are to be read. */
export interface AnnouncedLayout {
  word: number
  names: number
  separator: RegExp
  /** Whether there is one text. */
  isSingle: boolean
  /** Whether there is any row. */
  hasRows: boolean
}

/** The first look at such a file. */
export class AnnouncedSurvey {
  readonly #called: string
  /** The names of the columns of CoNLL-U Plus. */
  readonly #named: string[] | undefined
  /** By column, whether each cell so far is a label, and whether each has brackets. */
  readonly #natures: { areLabels: boolean; areBracketed: boolean }[]
  #texts = 0
  #isInText = false

  constructor(head: string, called: string) {
    this.#called = called
    const columns = plus.exec(head)?.[1]
    this.#named = columns?.trim().split(/\s+/)
    this.#natures = (this.#named ?? []).map(() => ({ areLabels: true, areBracketed: true }))
  }

  /** Fails with `unreadable` for a row of OntoNotes without names. */
  look(line: string, number: number): void {
    find(number === 1 ? line.replace(/^\ufeff/, '') : line, number, this.#separator, this.#found)
  }

  /** Fails with `unreadable` where it has no column of names. */
  layout(): AnnouncedLayout {
    const texts = { isSingle: this.#texts === 1, hasRows: this.#texts > 0, separator: this.#separator }
    if (!this.#named) return { word: wordOfOntoNotes, names: namesOfOntoNotes, ...texts }
    // They are written in capitals, though not by everybody.
    const capitals = this.#named.map((name) => name.toUpperCase())
    const own = capitals.flatMap((name, at) => {
      const { areLabels, areBracketed } = this.#natures[at]!
      return !ofConllU.has(name) && (areLabels || areBracketed) ? [at] : []
    })
    const names = own.find((at) => namedForNames.test(this.#named![at]!)) ?? own[0]
    const word = capitals.indexOf('FORM')
    if (names !== undefined && word >= 0) return { word, names, ...texts }
    throw new Failure(
      'unreadable',
      `“${this.#called}” is CoNLL-U Plus, and none of its columns (${this.#named.join(', ')}) holds names for its words, such as “B-PER” and “O”.`,
    )
  }

  get #separator(): RegExp {
    return this.#named ? tabs : blanks
  }

  readonly #found: Found = {
    begin: () => {
      this.#isInText = false
    },
    pause: () => {},
    stated: () => {},
    row: (cells, number) => {
      if (!this.#isInText) this.#texts += 1
      this.#isInText = true
      if (this.#named) this.#take(cells)
      else this.#check(cells, number)
    },
  }

  #take(cells: readonly string[]): void {
    for (const [column, nature] of this.#natures.entries()) {
      const cell = cells[column] ?? ''
      nature.areLabels &&= label.test(cell)
      nature.areBracketed &&= cell !== '' && bracketed.test(cell)
    }
  }

  #check(cells: readonly string[], number: number): void {
    if (cells.length > namesOfOntoNotes + 1 && bracketed.test(cells[namesOfOntoNotes]!)) return
    throw new Failure(
      'unreadable',
      `“${this.#called}”, line ${number}: this is CoNLL-2012 (“#begin document”), whose 11th column must hold the names, such as “(PERSON*” and “*)”.`,
    )
  }
}

/** The second look: rows go to their texts, those of a sentence together where it is said what that is. */
export class AnnouncedReading {
  readonly #layout: AnnouncedLayout
  readonly #texts: Texts
  #title: string | undefined
  readonly #sentences: StatedSentences
  #isInText = false
  /** Names whose brackets are open. */
  #open: string[] = []

  constructor(layout: AnnouncedLayout, texts: Texts) {
    this.#layout = layout
    this.#texts = texts
    this.#sentences = new StatedSentences(texts)
  }

  take(line: string, number: number): void {
    find(number === 1 ? line.replace(/^\ufeff/, '') : line, number, this.#layout.separator, this.#found)
  }

  end(): void {
    this.#sentences.end()
    this.#texts.end()
  }

  readonly #found: Found = {
    begin: (title) => {
      this.#sentences.endText()
      this.#title = title === undefined ? undefined : detached(title)
      this.#isInText = false
      this.#open = []
    },
    pause: () => {
      this.#sentences.end()
      if (this.#isInText) this.#texts.pause()
    },
    stated: (text) => this.#sentences.state(text),
    row: (cells) => {
      if (!this.#isInText) this.#texts.begin(this.#title)
      this.#isInText = true
      this.#sentences.row(cells[this.#layout.word]!, this.#labelsOf(cells[this.#layout.names]!))
    },
  }

  /** BIO labels of a row, those of what lies inside another in the next place. */
  #labelsOf(cell: string): string[] {
    if (/^[BIESLUM]-/.test(cell)) return [cell]
    const open = this.#open
    const begun = [...cell.matchAll(/\(([^\s()*|]+)/g)].map(([, name]) => name!)
    const labels = [...open.map((name) => `I-${name}`), ...begun.map((name) => `B-${name}`)]
    for (const name of begun) open.push(detached(name))
    open.length = Math.max(0, open.length - cell.split(')').length + 1)
    return labels
  }
}
