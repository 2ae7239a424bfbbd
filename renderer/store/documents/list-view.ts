import { z } from 'zod'
import { DocumentStatus } from '../../../preload/contract/document.ts'

/**
 * Which documents are shown, and in which order: kept for each project and person. `collection`: null for all, '' for
 * those in none. The list can stand in groups, one for each collection; those in `folded` are closed. `collectionOrder`: the
 * names of collections as the person put them; others come after them by name.
 */
export const DocumentListView = z.object({
  words: z.string(),
  order: z.enum(['project', 'title', 'date', 'unanswered']),
  status: DocumentStatus.nullable(),
  collection: z.string().nullable(),
  grouped: z.boolean(),
  folded: z.array(z.string()),
  collectionOrder: z.array(z.string()).default([]),
})
export type DocumentListView = z.infer<typeof DocumentListView>

export const wholeList: DocumentListView = {
  words: '',
  order: 'project',
  status: null,
  collection: null,
  grouped: false,
  folded: [],
  collectionOrder: [],
}
