import { z } from 'zod'
import { SavedSearchId } from './ids.ts'
import { SearchAsked } from './search.ts'

export const SavedSearchName = z.string().trim().min(1, 'a search needs a name').max(200)

/** A search kept under a name. What it names may have gone since. */
export const SavedSearch = z.object({
  id: SavedSearchId,
  name: SavedSearchName,
  asked: SearchAsked,
})
export type SavedSearch = z.infer<typeof SavedSearch>

export const savedSearch = {
  /** By name. */
  list: { input: z.void(), output: z.array(SavedSearch) },
  /** In the place of the one of that name, whatever its case, where there is one. */
  create: { input: z.object({ name: SavedSearchName, asked: SearchAsked }), output: SavedSearch },
  delete: { input: z.object({ id: SavedSearchId }), output: z.void() },
} as const
