import { z } from 'zod'
import { SavedListId } from './ids.ts'
import { WorkListAsked } from './work-list.ts'

export const SavedListName = z.string().trim().min(1, 'a list needs a name').max(200)

/** A list with its filters, kept under a name. What it names may have gone since. */
export const SavedList = z.object({ id: SavedListId, name: SavedListName, asked: WorkListAsked })
export type SavedList = z.infer<typeof SavedList>

export const savedList = {
  /** By name. */
  list: { input: z.void(), output: z.array(SavedList) },
  /** In the place of the one of that name, whatever its case, where there is one. */
  create: { input: z.object({ name: SavedListName, asked: WorkListAsked }), output: SavedList },
  delete: { input: z.object({ id: SavedListId }), output: z.void() },
} as const
