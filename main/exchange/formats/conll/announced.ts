import { Failure } from '../../../../preload/contract/failure.ts'
import type { Row, Sequence } from './columns.ts'
import { extentsIn } from './texts.ts'

/**
 * Files that say in their first line what their columns are: OntoNotes as the shared tasks of 2011 and 2012 have it
 * (`#begin document`), and CoNLL-U Plus (`# global.columns`). Of their columns the names are taken: in brackets, as
 * `(PERSON*` … `*)`, or as BIO labels. Sentences of CoNLL-U Plus are as `# text` has them, where it has their words.
 */
export const isAnnounced = (content: string): boolean => ontoNotes.test(content) || plus.test(content)

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

interface Line {
  cells: string[]
  number: number
}

interface Text {
  title: string | undefined
  lines: Line[]
  /** Lines before which there is an empty one. */
  breaks: Set<number>
  /** What `# text` says, by the line that comes after it. */
  stated: Map<number, string>
}

/** The texts in such a file. Fails with `unreadable` where it has no column of names. */
export function announcedSequences(content: string, called: string): Sequence[] {
  const named = plus.exec(content)?.[1]
  const texts = textsIn(content, named === undefined ? /\s+/ : /\t/)
  const { word, names } = named === undefined ? ofOntoNotes(texts, called) : ofPlus(texts, named, called)
  return texts.map(({ title, lines, breaks, stated }) => {
    const labels = labelsOf(lines.map(({ cells }) => cells[names]!))
    const depth = labels.reduce((most, { length }) => Math.max(most, length), 1)
    const rows = lines.map(
      ({ cells }, row): Row => ({
        word: cells[word]!,
        labels: Array.from({ length: depth }, (_, level) => labels[row]![level] ?? 'O'),
      }),
    )
    const columns = {
      word,
      labels: [...Array(depth).keys()],
      leftOut: 'columns of syntax, coreference and the like',
    }
    const text = stated.size > 0 ? textOfSentences(rows, breaks, stated) : undefined
    return { rows, breaks, columns, title, ...(text !== undefined && { text }) }
  })
}

function textOfSentences(
  rows: readonly Row[],
  breaks: ReadonlySet<number>,
  stated: ReadonlyMap<number, string>,
): string {
  const starts = [...new Set([0, ...breaks, rows.length])].sort((a, b) => a - b)
  const sentences = starts.slice(0, -1).map((start, index) => {
    const words = rows.slice(start, starts[index + 1])
    const said = stated.get(start)
    return said !== undefined && extentsIn(said, words) ? said : words.map(({ word }) => word).join(' ')
  })
  return sentences.join('\n')
}

function textsIn(content: string, separator: RegExp): Text[] {
  const texts: Text[] = []
  let current: Text | undefined
  const start = (title?: string): Text => {
    current = { title, lines: [], breaks: new Set(), stated: new Map() }
    texts.push(current)
    return current
  }
  content
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r]/)
    .forEach((line, index) => {
      const [, title, part] = begin.exec(line) ?? []
      const said = /^# text\s*=\s?(.*)$/.exec(line)?.[1]
      const newdoc = /^# newdoc(?:\s+id\s*=\s*(.*))?$/.exec(line)
      if (title !== undefined) start(part === undefined ? title : `${title}, part ${part}`)
      else if (newdoc) start(newdoc[1]?.trim())
      else if (said !== undefined) {
        const text = current ?? start()
        text.stated.set(text.lines.length, said.trim())
      } else if (line.trim() === '') current?.breaks.add(current.lines.length)
      // Before a tab it is a word.
      else if (!/^#(?!\t)/.test(line)) {
        const cells = line.trim().split(separator)
        // Words of several tokens and those that are only thought stand beside the tokens.
        if (separator.source === '\\t' && /^\d+[-.]\d+$/.test(cells[0]!)) return
        ;(current ?? start()).lines.push({ cells, number: index + 1 })
      }
    })
  return texts.filter(({ lines }) => lines.length > 0)
}

function ofOntoNotes(texts: readonly Text[], called: string) {
  const problem = texts
    .flatMap(({ lines }) => lines)
    .find(({ cells }) => cells.length <= namesOfOntoNotes + 1 || !bracketed.test(cells[namesOfOntoNotes]!))
  if (problem === undefined) return { word: wordOfOntoNotes, names: namesOfOntoNotes }
  throw new Failure(
    'unreadable',
    `“${called}”, line ${problem.number}: this is CoNLL-2012 (“#begin document”), whose 11th column must hold the names, such as “(PERSON*” and “*)”.`,
  )
}

function ofPlus(texts: readonly Text[], named: string, called: string) {
  // They are written in capitals, though not by everybody.
  const columns = named.trim().split(/\s+/)
  const capitals = columns.map((name) => name.toUpperCase())
  const cellsOf = (column: number) =>
    texts.flatMap(({ lines }) => lines.map(({ cells }) => cells[column] ?? ''))
  const holdsLabels = (column: number): boolean => {
    const cells = cellsOf(column)
    return (
      cells.every((cell) => label.test(cell)) || cells.every((cell) => cell !== '' && bracketed.test(cell))
    )
  }
  const own = capitals.flatMap((name, at) => (ofConllU.has(name) ? [] : [at])).filter(holdsLabels)
  const names = own.find((at) => namedForNames.test(columns[at]!)) ?? own[0]
  const word = capitals.indexOf('FORM')
  if (names !== undefined && word >= 0) return { word, names }
  throw new Failure(
    'unreadable',
    `“${called}” is CoNLL-U Plus, and none of its columns (${columns.join(', ')}) holds names for its words, such as “B-PER” and “O”.`,
  )
}

/** BIO labels of each row, those of what lies inside another in the next place. */
function labelsOf(cells: readonly string[]): string[][] {
  const open: string[] = []
  return cells.map((cell) => {
    if (/^[BIESLUM]-/.test(cell)) return [cell]
    const begun = [...cell.matchAll(/\(([^\s()*|]+)/g)].map(([, name]) => name!)
    const labels = [...open.map((name) => `I-${name}`), ...begun.map((name) => `B-${name}`)]
    open.push(...begun)
    open.length = Math.max(0, open.length - cell.split(')').length + 1)
    return labels
  })
}
