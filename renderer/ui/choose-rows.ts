/** Several rows of a list chosen by mouse or key, the same in lists and tables. Rows are known by their ids. */
export interface RowChoice {
  chosen: readonly number[]
  /** Where Shift reaches from. */
  anchor: number | null
}

/** From one row to another, both included, in the order of the list; the second alone where the first is not there. */
export function rangeOf(ids: readonly number[], from: number | null, to: number): number[] {
  const [a, b] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  if (b < 0) return []
  if (a < 0) return [to]
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Puts a row in or takes it out; the rest stays, in the order of the list. */
export function toggled(ids: readonly number[], { chosen }: RowChoice, id: number): RowChoice {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: ids.filter((one) => next.has(one)), anchor: id }
}

/** What Shift with a click or an arrow key chooses: all from the anchor to the row, and nothing else. */
export function extended(
  ids: readonly number[],
  { anchor }: RowChoice,
  from: number | null,
  to: number,
): RowChoice {
  const start = anchor !== null && ids.includes(anchor) ? anchor : from
  return { chosen: rangeOf(ids, start, to), anchor: start ?? to }
}

export const all = (ids: readonly number[], anchor: number | null): RowChoice => ({
  chosen: [...ids],
  anchor,
})

export const none: RowChoice = { chosen: [], anchor: null }

export const only = (id: number): RowChoice => ({ chosen: [id], anchor: id })
