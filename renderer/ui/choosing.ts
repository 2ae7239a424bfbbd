/** Several rows of a list taken together, by id. */
export type Chosen = ReadonlySet<number>

/** With the row where it was not among them, without it where it was. */
export function toggled(chosen: Chosen, id: number): Chosen {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** With all rows from one index to another, whichever comes first. */
export function withRange(
  chosen: Chosen,
  items: readonly { id: number }[],
  from: number,
  to: number,
): Chosen {
  const [first, last] = from < to ? [from, to] : [to, from]
  return new Set([...chosen, ...items.slice(Math.max(0, first), last + 1).map(({ id }) => id)])
}
