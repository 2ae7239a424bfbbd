import { allDocuments, type DocumentFilter } from '../../../preload/contract/filter.ts'
import type { SpeakerId } from '../../../preload/contract/ids.ts'

export type SpeakersTab = 'register' | 'table' | 'matrix'

/** Which links there are between two voices, by their keys; null stands for all. */
export interface Between {
  from: string | null
  to: string | null
}

/** How the speakers are shown, and where the person is among them. */
export interface SpeakersView {
  tab: SpeakersTab
  words: string
  order: 'name' | 'passages'
  /** `nowhere`: only those that nothing names. */
  show: 'all' | 'nowhere'
  current: SpeakerId | null
  chosen: SpeakerId[]
  /** The entry of the card, or of the links, that was opened last, to come back to. */
  row: string
  suggestionsShown: boolean
  /** Where no speaker is set: the document’s author or outlet speaks, or nobody that is known. */
  unset: 'document' | 'nobody'
  documents: DocumentFilter
  filtersShown: boolean
  /** What the table of who answers whom is sorted by, the most first. */
  sort: 'against' | 'for' | 'other' | 'all' | 'first' | 'last'
  between: Between | null
}

export const usualSpeakers: SpeakersView = {
  tab: 'register',
  words: '',
  order: 'name',
  show: 'all',
  current: null,
  chosen: [],
  row: '',
  suggestionsShown: true,
  unset: 'document',
  documents: allDocuments,
  filtersShown: false,
  sort: 'against',
  between: null,
}
