import { counted, type Tally } from './tally.ts'

/** What a structured source had that its document has not, or not in the same way. */
export interface Losses {
  leftOut: Tally
  struckOut: number
  /** Numbered lists whose first number is another than 1. */
  renumbered: number
}

/** A link whose text stays while its target goes: to a file, into the page itself, or to a script. */
export const unkeptLink = [
  'target of a link that is no web address',
  'targets of links that are no web addresses',
] as const

export function lossNotes({ leftOut, struckOut, renumbered }: Losses): string[] {
  const notes: string[] = []
  const words = leftOut.words()
  if (words !== '') notes.push(`Left out: ${words}.`)
  if (struckOut > 0) notes.push(`${counted(struckOut, 'struck-out passage')} cannot be told from the rest.`)
  if (renumbered > 0) notes.push(`${counted(renumbered, 'numbered list')} began with another number than 1.`)
  return notes
}
