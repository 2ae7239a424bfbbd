/** Where a card would like its top to be, and how high it is, in CSS pixels. */
export interface Wanted {
  top: number
  height: number
}

/** Lines of a card, and what is above and below them; margin.css draws them so. */
export const lineHeight = 18
export const paddingOfCard = 12

/** Of the card in focus; the rest of it is scrolled to. */
const mostLines = 20

/** Between two cards. */
export const gap = 6

/**
 * How high each card may be so that the next one can stand at its own line: whole lines, at least one. The one in
 * focus has the room it needs, up to twenty lines.
 */
export function heightsFor(wanted: readonly Wanted[], focused: number): number[] {
  return wanted.map(({ top, height }, at) => {
    const next = wanted[at + 1]
    const most = paddingOfCard + mostLines * lineHeight
    if (at === focused || next === undefined) return Math.min(height, most)
    const lines = Math.max(1, Math.floor((next.top - top - gap - paddingOfCard) / lineHeight))
    return Math.min(height, paddingOfCard + lines * lineHeight)
  })
}

/**
 * The tops of cards so that none overlaps another, in the order given, which is that of their wanted tops. In one pass
 * down each is pushed below the one before it; the card in focus then goes exactly where it wants to be, and pushes
 * those above it up and those below it down. `focused` is -1 for none.
 */
export function placeCards(wanted: readonly Wanted[], focused: number, between = gap): number[] {
  const tops = pushDown(wanted, between)
  const anchor = wanted[focused]
  if (anchor === undefined) return tops

  tops.splice(focused, tops.length, ...pushDown(wanted.slice(focused), between))
  for (let at = focused - 1; at >= 0; at--) {
    tops[at] = Math.min(tops[at]!, tops[at + 1]! - between - wanted[at]!.height)
  }
  return tops
}

function pushDown(wanted: readonly Wanted[], between: number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return wanted.map(({ top, height }) => {
    const placed = Math.max(top, free)
    free = placed + height + between
    return placed
  })
}
