import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { naturally } from './natural-order.ts'

/** The fields the program knows by name; any other is the user’s own. */
export const knownFields = ['author', 'outlet', 'date', 'language', 'url'] as const
export type KnownField = (typeof knownFields)[number]

export const isKnownField = (name: string): name is KnownField =>
  (knownFields as readonly string[]).includes(name)

let latest: { documents: readonly DocumentSummary[]; values: Map<string, string[]> } | undefined

/** Every value a field has in the project, by name of the field; the names in natural order, the values too. */
export function fieldValues(documents: readonly DocumentSummary[]): Map<string, string[]> {
  if (latest?.documents === documents) return latest.values
  const found = new Map<string, Set<string>>()
  for (const { metadata } of documents) {
    for (const [name, value] of Object.entries(metadata)) {
      const values = found.get(name)
      if (values) values.add(value)
      else found.set(name, new Set([value]))
    }
  }
  const values = new Map(
    [...found]
      .sort(([a], [b]) => naturally(a, b))
      .map(([name, set]) => [name, [...set].filter(Boolean).sort(naturally)]),
  )
  latest = { documents, values }
  return values
}

/** Names of the user’s own fields, in natural order. */
export const ownFieldNames = (documents: readonly DocumentSummary[]): string[] =>
  [...fieldValues(documents).keys()].filter((name) => !isKnownField(name))
