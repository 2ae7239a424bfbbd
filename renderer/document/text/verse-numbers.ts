import type { Block } from '../../../preload/contract/text.ts'

const interval = 5

/**
 * Gives the number of each block of verse whose first line is a fifth, as editions print them, asked for every block in
 * order. Lines count through stanzas; anything but verse ends the poem. Lines without words have no number.
 */
export function numberVerse(text: string): (block: Block) => string {
  let before = 0

  return ({ kind, start, end }) => {
    if (kind !== 'verse') {
      before = 0
      return ''
    }
    const lines = text.slice(start, end).split('\n')
    const number = before + 1
    before += lines.filter((line) => /\S/.test(line)).length
    return number % interval === 0 && /\S/.test(lines[0]!) ? String(number) : ''
  }
}
