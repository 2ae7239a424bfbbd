/** How what was typed is to be understood. */
export type QueryKind = 'phrase' | 'words' | 'expression'

/** What is looked for in a text. */
export interface Query {
  words: string
  /** `phrase`: the words one after the other; `words`: each of them wherever it stands; `expression`: a regular expression. */
  kind: QueryKind
  matchCase: boolean
  /** Whether a letter with another accent, or none, is another letter. */
  matchAccents: boolean
  wholeWords: boolean
}

export const emptyQuery: Query = {
  words: '',
  kind: 'phrase',
  matchCase: false,
  matchAccents: false,
  wholeWords: false,
}

/** Whether there is anything to look for. */
export function isEmpty({ words, kind }: Query): boolean {
  return kind === 'expression' ? words === '' : words.trim() === ''
}

export function sameQuery(a: Query, b: Query): boolean {
  return (
    a.words === b.words &&
    a.kind === b.kind &&
    a.matchCase === b.matchCase &&
    a.matchAccents === b.matchAccents &&
    a.wholeWords === b.wholeWords
  )
}
