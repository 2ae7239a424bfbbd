import { z } from 'zod'
import { noFilter } from '../../../preload/contract/filter.ts'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import type { SavedList } from '../../../preload/contract/saved-list.ts'
import { WorkListAsked, type WorkListRow } from '../../../preload/contract/work-list.ts'

/** How the work lists are shown: kept for each project and person. `current`: the entry that the person is at. */
export const WorkListsView = z.object({
  asked: WorkListAsked,
  filtersShown: z.boolean(),
  current: z.int().nullable(),
})
export type WorkListsView = z.infer<typeof WorkListsView>

export const usualWorkLists: WorkListsView = {
  asked: { list: 'unanswered', filter: noFilter, order: 'project', after: '' },
  filtersShown: false,
  current: null,
}

/** What the list holds now. */
export interface WorkListing {
  /** What the entries were asked for; null before there are any. */
  asked: WorkListAsked | null
  ids: Int32Array
  /** Where the person is; where the entry there has gone, the next one has taken its place. */
  place: number
  /** Entries that have been described, by id. */
  rows: ReadonlyMap<number, WorkListRow>
  /** In the order of `workLists`; null until they are counted. */
  counts: readonly number[] | null
  saved: readonly SavedList[]
  /** The person goes from entry to entry in the texts. */
  walking: boolean
  /** Where the entry is that was gone to last; null for a claim that no passage states. */
  at: WalkedTo | null
}

/** A document, or a passage in it. */
export interface WalkedTo {
  documentId: DocumentId
  annotation: AnnotationId | null
}

export const noListing: WorkListing = {
  asked: null,
  ids: new Int32Array(0),
  place: 0,
  rows: new Map(),
  counts: null,
  saved: [],
  walking: false,
  at: null,
}
