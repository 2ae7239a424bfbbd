import { z } from 'zod'

/**
 * Collections are named sets of documents. They are kept where every format can hold them: in a field of each
 * document’s metadata, their names parted by semicolons, as `Press; Field trip`. A document may be in several; a
 * collection in which there is none is none. Names are told apart by every letter.
 */
export const collectionsField = 'collections'

export const CollectionName = z
  .string()
  .trim()
  .min(1, 'a collection needs a name')
  .max(200)
  .refine((name) => !/[;\p{Cc}]/u.test(name), 'the name of a collection cannot hold a semicolon')
export type CollectionName = z.infer<typeof CollectionName>

type Fields = Readonly<Record<string, string>>

/** The collections a document is in, in the order they stand in its metadata, each once. */
export function collectionsOf(metadata: Fields): string[] {
  const value = metadata[collectionsField]
  if (value === undefined || value === '') return []
  const names = value.split(';').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** The metadata with these collections instead; none takes the field away. */
export function withCollections(metadata: Fields, names: readonly string[]): Record<string, string> {
  const { [collectionsField]: _, ...rest } = metadata
  return names.length === 0 ? rest : { ...rest, [collectionsField]: [...new Set(names)].join('; ') }
}
