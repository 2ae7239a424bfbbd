/** Told apart on paper and on screen, in the order in which they are given out. */
const palette = [
  '#2563eb',
  '#dc2626',
  '#15803d',
  '#b45309',
  '#7c3aed',
  '#0f766e',
  '#be185d',
  '#4d7c0f',
  '#0369a1',
  '#a16207',
  '#9333ea',
  '#c2410c',
] as const

/** The first that none has yet; when all are taken, the one fewest have. */
export function freeColor(taken: readonly { color: string }[]): string {
  const uses = (color: string) => taken.filter((other) => other.color === color).length
  return palette.reduce((best, color) => (uses(color) < uses(best) ? color : best))
}
