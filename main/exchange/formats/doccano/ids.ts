/** The annotator of what a file of doccano says, which does not tell whose work it is. */
export const everybody = 'doccano'

// Numbers of the same length, so that what stands together in a text keeps its order.
const padded = (number: number): string => String(number).padStart(7, '0')

/** What doccano keeps is known by its line, from 1, and its place there, from 0. */
export function entityId(line: number, index: number): string {
  return `${padded(line)}-${padded(index)}`
}

export function relationId(line: number, index: number): string {
  return `${padded(line)}-relation-${padded(index)}`
}
