import type { Reply } from '../../preload/contract/failure.ts'
import type { OutputOf, ParsedOf } from '../../preload/contract/index.ts'
import type { LineOrder, Passages, SearchAsked } from '../../preload/contract/search.ts'
import type { SearchableText } from './searched-text.ts'

/** Annotations’ spans as columns, by document, then start. */
export interface SpanColumns {
  document: Int32Array
  start: Int32Array
  end: Int32Array
}

/** What the thread that searches is told without being asked anything. */
export type Told =
  /** The texts are others than when results were found: those are kept no more. */
  | { tell: 'texts'; put: SearchableText[]; remove: number[] }
  /** Gives up what was asked under that number. */
  | { tell: 'cancel'; id: number }

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
export type Question = keyof Questions
export type What<Q extends Question> = Omit<Questions[Q], 'gives'>

export type Asked = { [Q in Question]: { ask: Q; number: number; what: What<Q> } }[Question]

export type ToThread = Told | Asked
export type FromThread =
  | { answer: number; reply: Reply<unknown> }
  | { progress: number; done: number; of: number }
