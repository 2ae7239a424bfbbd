import type { ClaimId } from '../../../preload/contract/ids.ts'

/** Days since 1970, as far as the axis shows them; fractions when it is zoomed. */
export interface DayRange {
  from: number
  to: number
}

/** How the lives of claims are shown, and where the person is among them. */
export interface TimeView {
  tab: 'lanes' | 'table'
  words: string
  which: 'all' | 'repeated' | 'answered' | 'unanswered'
  order: 'first' | 'last' | 'mentions' | 'silent'
  /** Null: all there is. */
  range: DayRange | null
  claim: ClaimId | null
  /** The mark that was left: `annotation link`; '' for the name of the claim. */
  mark: string
}

export const usualTime: TimeView = {
  tab: 'lanes',
  words: '',
  which: 'all',
  order: 'first',
  range: null,
  claim: null,
  mark: '',
}
