import type { ColumnUse } from './file-reading.ts'

/** What only one column can be: the text, the title, or a field by its name. */
export const keyOf = (use: ColumnUse): string => (use.as === 'field' ? use.field : use.as)

const longestField = 100

/** A column as a field called like its head, numbered where a name of `taken` is the same. */
export function ownField(head: string, taken: ReadonlySet<string>): ColumnUse {
  const name = head.trim()
  let field = name.slice(0, longestField)
  for (let number = 2; taken.has(field); number++) field = `${name.slice(0, longestField - 6)} ${number}`
  return { as: 'field', field }
}

/**
 * Uses of columns in which the one at `at` has this use. The column that had it before is kept as a field called like
 * its head; in a table without heads it has no name and is left out.
 */
export function withUse(
  uses: readonly ColumnUse[],
  { at, use, names, hasHead }: { at: number; use: ColumnUse; names: readonly string[]; hasHead: boolean },
): ColumnUse[] {
  const next = uses.map((one, column) => (column === at ? use : one))
  if (use.as === 'nothing') return next
  const before = uses.findIndex((one, column) => column !== at && keyOf(one) === keyOf(use))
  if (before < 0) return next
  const taken = new Set(next.map(keyOf))
  const isNamed = hasHead && names[before]!.trim() !== ''
  next[before] = isNamed ? ownField(names[before]!, taken) : { as: 'nothing' }
  return next
}
