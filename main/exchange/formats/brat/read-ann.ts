import { Failure } from '../../../../preload/contract/failure.ts'

/** The lines of one text’s annotations by kind. Offsets in code points of the text file as it is. */
export interface AnnLines {
  /** `where` is the place of the line, as people are told it. */
  texts: { id: string; type: string; spans: { start: number; end: number }[]; words: string; where: string }[]
  events: { id: string; type: string; trigger: string; roles: [role: string, target: string][] }[]
  relations: { id: string; type: string; source: string; target: string }[]
  /** `line`: its number among the lines of all files, from 1. */
  equivalences: { type: string; targets: string[]; line: number }[]
  attributes: { type: string; target: string; value: true | string }[]
  normalizations: { type: string; target: string; reference: string; words: string }[]
  notes: { type: string; target: string; words: string }[]
}

/**
 * Files with the annotations of one text, which refer to one another by id. Fails with `unreadable` at the first line
 * that is none of brat’s; `file` is what the failure calls the file.
 */
export function readAnn(files: readonly { content: string; file: string }[]): AnnLines {
  const all: AnnLines = {
    texts: [],
    events: [],
    relations: [],
    equivalences: [],
    attributes: [],
    normalizations: [],
    notes: [],
  }
  const ids = new Set<string>()
  const rows = files.flatMap(({ content, file }) =>
    content.split('\n').map((row, index) => ({ row, where: `${file}, line ${index + 1}` })),
  )
  rows.forEach(({ row, where }, index) => {
    const source = row.replace(/\r$/, '')
    if (source.trim() === '') return
    const refused = (what: string) => new Failure('unreadable', `${where}: ${what}.`)
    const [id, data = '', words = ''] = split(source)
    if (data === '' || !/^(?:[TERAMN#][A-Za-z0-9_-]*|\*)$/.test(id)) {
      throw refused('this is no line of brat, which begins with an id such as T1 and a tab')
    }
    if (id !== '*') {
      if (ids.has(id) && id[0] !== '#') throw refused(`there is a second line with the id ${id}`)
      ids.add(id)
    }
    readLine(all, { id, data: data.trim(), words, line: index + 1, where }, refused)
  })
  return all
}

/** At the first two tabs: what covers text may have more. */
function split(source: string): [string, string?, string?] {
  const first = source.indexOf('\t')
  if (first < 0) return [source]
  const second = source.indexOf('\t', first + 1)
  if (second < 0) return [source.slice(0, first), source.slice(first + 1)]
  return [source.slice(0, first), source.slice(first + 1, second), source.slice(second + 1)]
}

interface Line {
  id: string
  data: string
  words: string
  line: number
  where: string
}

function readLine(
  all: AnnLines,
  { id, data, words, line, where }: Line,
  refused: (what: string) => Failure,
): void {
  const parts = data.split(/ +/)
  const type = parts[0]!
  switch (id[0]) {
    case 'T': {
      const extents = /^\S+ +(\d+ +\d+(?: *; *\d+ +\d+)*)$/.exec(data)
      if (!extents) throw refused('after the type there must be offsets such as “0 5” or “0 5;9 12”')
      const spans = extents[1]!.split(';').map((extent) => {
        const [start, end] = extent.trim().split(/ +/).map(Number) as [number, number]
        if (start > end) throw refused(`the span ${start}–${end} ends before it begins`)
        return { start, end }
      })
      all.texts.push({ id, type, spans, words, where })
      return
    }
    case 'E': {
      const pairs = parts.map((part) => part.split(':'))
      const [head, ...roles] = pairs as [string, string][]
      if (pairs.some((pair) => pair.length !== 2))
        throw refused('an event is made of pairs such as “Type:T1 Role:T2”')
      all.events.push({ id, type: head![0], trigger: head![1], roles })
      return
    }
    case 'R': {
      const [source, target] = parts.slice(1).map((part) => part.slice(part.indexOf(':') + 1))
      if (!source || !target || parts.length !== 3)
        throw refused('a relation has two ends, such as “Arg1:T1 Arg2:T2”')
      all.relations.push({ id, type, source, target })
      return
    }
    case '*':
      all.equivalences.push({ type, targets: parts.slice(1), line })
      return
    case 'A':
    case 'M':
      if (parts.length < 2) throw refused('an attribute says of which annotation it is')
      all.attributes.push({ type, target: parts[1]!, value: parts.slice(2).join(' ') || true })
      return
    case 'N':
      if (parts.length < 3)
        throw refused('a normalization has an annotation and a reference, such as “T1 Wikipedia:123”')
      all.normalizations.push({ type, target: parts[1]!, reference: parts.slice(2).join(' '), words })
      return
    default:
      all.notes.push({ type, target: parts[1] ?? '', words })
  }
}
