/**
 * The colours offered for tags and link types, in the order in which they are given out. They differ in lightness as
 * well as in hue, so that they stay apart for eyes that lack one kind of cone: by at least 6 of CIEDE2000 for every two
 * in every theme, and by 12 for eyes that have all (renderer/theme/palette.test.ts). The themes shift their lightness, never their order.
 */
export const palette = [
  { color: '#2563eb', name: 'Blue' },
  { color: '#c1272d', name: 'Red' },
  { color: '#00906b', name: 'Green' },
  { color: '#a96b00', name: 'Ochre' },
  { color: '#561462', name: 'Purple' },
  { color: '#005a67', name: 'Petrol' },
  { color: '#870037', name: 'Crimson' },
  { color: '#624d00', name: 'Olive' },
  { color: '#3b3a9e', name: 'Indigo' },
  { color: '#004430', name: 'Fir' },
  { color: '#5b260d', name: 'Brown' },
  { color: '#6b7280', name: 'Grey' },
] as const

/** The first that none has yet; when all are taken, the one fewest have. */
export function freeColor(taken: readonly { color: string }[]): string {
  const uses = (color: string) => taken.filter((other) => other.color === color).length
  return palette.reduce(
    (best, { color }) => (uses(color) < uses(best) ? color : best),
    palette[0].color as string,
  )
}
