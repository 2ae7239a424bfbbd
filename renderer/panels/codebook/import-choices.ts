import type { CodebookEntry } from '../../../preload/contract/codebook.ts'
import type { InputOf } from '../../../preload/contract/index.ts'

export type Take = 'mine' | 'theirs' | 'both'
/** By `keyOf` an entry, what was chosen for it. */
export type Takes = ReadonlyMap<string, Take>

export const keyOf = ({ kind, id }: Pick<CodebookEntry, 'kind' | 'id'>): string => `${kind} ${id}`

/** As it was chosen; else what is new comes in, and what is there stays as it is. */
export function takeOf(entry: CodebookEntry, takes: Takes): Take {
  return takes.get(keyOf(entry)) ?? (entry.status === 'new' ? 'theirs' : 'mine')
}

/** What changes anything. */
export function choicesOf(
  entries: readonly CodebookEntry[],
  takes: Takes,
): InputOf<'codebook.enter'>['choices'] {
  return entries
    .filter(({ status }) => status !== 'same')
    .map((entry) => ({ kind: entry.kind, id: entry.id, take: takeOf(entry, takes) }))
    .filter(({ take }) => take !== 'mine')
}

/** `3 new, 2 differing, 5 the same`. */
export function summaryOf(entries: readonly CodebookEntry[]): string {
  const count = (status: CodebookEntry['status']) => entries.filter((entry) => entry.status === status).length
  const parts = [
    [count('new'), 'new'],
    [count('differing'), 'differing'],
    [count('same'), 'the same'],
  ] as const
  return parts
    .filter(([some]) => some > 0)
    .map(([some, words]) => `${some} ${words}`)
    .join(', ')
}
