import { allDocuments } from '../../../preload/contract/filter.ts'
import type { OutputOf } from '../../../preload/contract/index.ts'
import type { SavedSearch } from '../../../preload/contract/saved-search.ts'
import type { ConcordanceLine, LineOrder, SearchAsked } from '../../../preload/contract/search.ts'

export type SearchTab = 'lines' | 'words' | 'beside'

/** A search over the whole project, and where the person is in what it found. */
export interface Searching {
  asked: SearchAsked
  order: LineOrder
  tab: SearchTab
  filtersShown: boolean
  /** What was found; the lines come page by page. */
  result: Omit<OutputOf<'search.run'>, 'lines'> | null
  /** The person has stopped the count: `result` is what was found by then, and there may be more. */
  stopped: boolean
  /** Lines by page, from their place in the order. */
  pages: ReadonlyMap<number, readonly ConcordanceLine[]>
  /** Why nothing could be looked for; '' otherwise. */
  problem: string
  /** Place of the current line, and of those taken together. */
  current: number
  chosen: ReadonlySet<number>
  saved: readonly SavedSearch[]
}

export const usualAsked: SearchAsked = {
  query: '',
  matchCase: false,
  matchAccents: false,
  together: 'paragraph',
  documents: allDocuments,
  passages: null,
}

export const noSearch: Searching = {
  asked: usualAsked,
  order: 'text',
  tab: 'lines',
  filtersShown: false,
  result: null,
  stopped: false,
  pages: new Map(),
  problem: '',
  current: 0,
  chosen: new Set(),
  saved: [],
}
