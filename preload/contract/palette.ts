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

/**
 * Given out when the twelve are taken, and not offered beside them: chosen one after the other, each as far as can be
 * from all before it; by 8 for eyes that have all cones and by 4 for others.
 */
const further = [
  '#54334c',
  '#9b4089',
  '#547253',
  '#7d525f',
  '#487d73',
  '#006628',
  '#86205e',
  '#3b0f8d',
  '#00497c',
  '#532b28',
  '#723eb5',
  '#0084a9',
] as const

/** All that tags and link types get by themselves, in their order. */
export const givenColors: readonly string[] = [...palette.map(({ color }) => color), ...further]

/** The first that none has yet; when all are taken, the one fewest have. */
export function freeColor(taken: readonly { color: string }[]): string {
  const uses = (color: string) => taken.filter((other) => other.color === color).length
  return givenColors.reduce((best, color) => (uses(color) < uses(best) ? color : best))
}
