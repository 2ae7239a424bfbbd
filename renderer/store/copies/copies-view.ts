import type { Takes } from '../../../preload/contract/copy.ts'
import type { CopyOrder } from './copy-groups.ts'

/** How the view of copies is left. `current`: the group whose card is open; `row`: what was opened from it last. */
export interface CopiesView {
  order: CopyOrder
  current: number | null
  /** The passage that the others are compared with, among those of the group. */
  source: number
  row: string
  takes: Takes
}

export const usualCopies: CopiesView = {
  order: 'documents',
  current: null,
  source: 0,
  row: '',
  // A link is a judgement about the place it was made at, and the claim brings its own along.
  takes: {
    attributes: true,
    confidence: true,
    note: true,
    memos: true,
    speaker: true,
    claim: true,
    links: false,
  },
}
