import type { OutputOf, ParsedOf } from '../../preload/contract/index.ts'
import type { LineOrder, Passages, SearchAsked } from '../../preload/contract/search.ts'

/** Annotations’ spans as columns, by document, then start. */
export interface SpanColumns {
  document: Int32Array
  start: Int32Array
  end: Int32Array
}

/** The questions, each with what it gives. */
export interface Questions {
  run: {
    asked: Pick<SearchAsked, 'query' | 'matchCase' | 'matchAccents' | 'together'> & {
      /** The documents to look through, in order. */
      documentIds: Int32Array
      /** For each its place by date. */
      dateRank: Int32Array
      near: (Pick<Passages, 'at' | 'words'> & { spans: SpanColumns }) | null
    }
    order: LineOrder
    lines: number
    early: boolean
    gives: OutputOf<'search.run'>
  }
  count: Omit<ParsedOf<'search.count'>, 'task'> & { gives: OutputOf<'search.count'> }
  lines: ParsedOf<'search.lines'> & { gives: OutputOf<'search.lines'> }
  linesAt: ParsedOf<'search.linesAt'> & { gives: OutputOf<'search.linesAt'> }
  hits: {
    id: number
    order: LineOrder
    at: readonly number[] | null
    most: number
    gives: SpanColumns & { all: number }
  }
  words: Omit<ParsedOf<'search.words'>, 'documents'> & {
    documentIds: Int32Array
    gives: OutputOf<'search.words'>
  }
  collocates: ParsedOf<'search.collocates'> & { gives: OutputOf<'search.collocates'> }
}
export type What<Q extends keyof Questions> = Omit<Questions[Q], 'gives'>
