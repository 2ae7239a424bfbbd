/** Several rows of a list taken together, by id. */
export type Chosen = ReadonlySet<number>

/** With the row where it was not among them, without it where it was. */
export function toggled(chosen: Chosen, id: number): Chosen {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** With the rows of a range in the place of those of the range before, which began at the same row. */
export function withRange(chosen: Chosen, before: readonly number[], range: readonly number[]): Chosen {
  const gone = new Set(before)
  return new Set([...[...chosen].filter((id) => !gone.has(id)), ...range])
}
