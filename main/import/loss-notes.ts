import { counted, type Tally } from './tally.ts'

/** What a structured source had that its document has not, or not in the same way. */
export interface Losses {
  leftOut: Tally
  struckOut: number
  /** What numbered lists begin with whose first number is another than 1. */
  renumbered: number[]
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
  notes.push(...leftOut.named().map((named) => `${named}.`))
  if (struckOut > 0) notes.push(`${counted(struckOut, 'struck-out passage')} cannot be told from the rest.`)
  if (renumbered.length > 0) {
    const begins = renumbered.length === 1 ? 'begins' : 'begin'
    const numbers = firstNumbers(renumbered)
    notes.push(
      `${counted(renumbered.length, 'numbered list')} ${begins} with another number than 1, which is not kept: ${numbers}.`,
    )
  }
  return notes
}

/** Of text boxes, which stand beside the text where they come from. */
export const noteOnBoxes = (count: number): string =>
  `${counted(count, 'text box stands after the paragraph it hangs on', 'text boxes stand after the paragraphs they hang on')}.`

/** So many are named; who numbers more lists by hand knows it. */
const mostNumbers = 20

function firstNumbers(renumbered: readonly number[]): string {
  const first = renumbered.slice(0, mostNumbers).join(', ')
  return renumbered.length > mostNumbers ? `${first} and others` : first
}
