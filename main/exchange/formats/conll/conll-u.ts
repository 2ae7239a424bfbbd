import { Failure } from '../../../../preload/contract/failure.ts'
import type { Row, Sequence } from './columns.ts'
import { extentsIn } from './texts.ts'

/**
 * CoNLL-U: ten columns with tabs between, of which words and what stands between them are read, and names where the
 * last column has them as BIO labels, alone or after a key (`NER=B-PER`, as Stanza writes them, `name=`, `NE=` for
 * spaCy). A token of several words is what stands in the text; what is only thought is passed over.
 */

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

interface Token extends Row {
  isFollowedBySpace: boolean
}

interface Sentence {
  tokens: Token[]
  stated: string
  beginsParagraph: boolean
}

interface Text {
  title: string | undefined
  sentences: Sentence[]
}

/** The texts in such a file, each that `# newdoc` begins. Fails with `unreadable` for a row of another width. */
export function conllUSequences(content: string, called: string): Sequence[] {
  return textsIn(content, called).map(sequenceOf)
}

function textsIn(content: string, called: string): Text[] {
  const texts: Text[] = []
  let sentence: Sentence = nothing()
  /** Words up to this one stand in the token before them. */
  let within = 0
  const end = (): void => {
    if (sentence.tokens.length > 0) (texts.at(-1) ?? begin(undefined)).sentences.push(sentence)
    sentence = { ...nothing(), beginsParagraph: sentence.tokens.length === 0 && sentence.beginsParagraph }
    within = 0
  }
  const begin = (title: string | undefined): Text => {
    const text: Text = { title, sentences: [] }
    texts.push(text)
    return text
  }
  const lines = content.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/)
  lines.forEach((line, index) => {
    if (line.trim() === '') {
      end()
      return
    }
    if (comment.test(line)) {
      const [, key, value] = /^#\s*(newdoc|newpar|text)\b(?:\s+id)?\s*(?:=\s?(.*))?$/.exec(line) ?? []
      if (key !== undefined && key !== 'text') end()
      if (key === 'newdoc') begin(value?.trim() || undefined)
      if (key === 'newpar') sentence.beginsParagraph = true
      if (key === 'text') sentence.stated = value?.trim() ?? ''
      return
    }
    const cells = line.split('\t')
    const [, first, last] = id.exec(cells[0]!) ?? []
    if (cells.length !== width || (first === undefined && !empty.test(cells[0]!)))
      throw problemIn(called, index)
    if (first === undefined) return
    const name = labelIn(cells[width - 1]!)
    if (Number(first) <= within && last === undefined) {
      const whole = sentence.tokens.at(-1)!
      if (whole.labels[0] === 'O') whole.labels[0] = name
      return
    }
    if (last !== undefined) within = Number(last)
    sentence.tokens.push({
      ...{ word: cells[1]!, labels: [name] },
      isFollowedBySpace: !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(cells[width - 1]!),
    })
  })
  end()
  return texts.filter(({ sentences }) => sentences.length > 0)
}

const nothing = (): Sentence => ({ tokens: [], stated: '', beginsParagraph: false })

/** Of the things that stand in the last column, with `|` between, the one that is a label. */
function labelIn(misc: string): string {
  for (const thing of misc.split('|')) {
    const [, found] = named.exec(thing) ?? []
    if (found !== undefined) return found
  }
  return 'O'
}

/** Sentences stand on lines of their own, but where paragraphs are marked those of a paragraph follow one another. */
function sequenceOf({ title, sentences }: Text): Sequence {
  const hasParagraphs = sentences.some(({ beginsParagraph }) => beginsParagraph)
  const rows: Row[] = []
  const breaks = new Set<number>()
  let text = ''
  let otherwise = 0
  let between = ''
  for (const { tokens, stated, beginsParagraph } of sentences) {
    const isAsStated = stated !== '' && extentsIn(stated, tokens) !== undefined
    if (stated !== '' && !isAsStated) otherwise += 1
    if (text !== '') text += beginsParagraph || !hasParagraphs ? '\n' : between
    text += isAsStated ? stated : joined(tokens)
    breaks.add(rows.length)
    for (const { word, labels } of tokens) rows.push({ word, labels })
    between = tokens.at(-1)!.isFollowedBySpace ? ' ' : ''
  }
  const isLabelled = rows.some(({ labels }) => labels[0] !== 'O')
  return {
    ...{ rows, breaks, title, text },
    columns: {
      word: 1,
      labels: isLabelled ? [0] : [],
      leftOut: 'columns of morphology, syntax and the like',
    },
    ...(otherwise > 0 && {
      doubt: `Of ${otherwise} ${otherwise === 1 ? 'sentence' : 'sentences'} “# text” has other words than the rows, which were taken.`,
    }),
  }
}

const joined = (tokens: readonly Token[]): string =>
  tokens
    .map(({ word, isFollowedBySpace }) => (isFollowedBySpace ? `${word} ` : word))
    .join('')
    .trimEnd()

const problemIn = (called: string, index: number): Failure =>
  new Failure(
    'unreadable',
    `“${called}”, line ${index + 1}: this is CoNLL-U, where a row has ten columns with tabs between, the first of them a number.`,
  )
