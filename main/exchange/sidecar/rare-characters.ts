import { everyBeyondXml } from '../../xml/xml-text.ts'

/** A character that many formats cannot write, and where it stands, in UTF-16 code units. */
export type RareCharacter = [at: number, character: string]

/** What stands in the place of each in formats that have it not. */
const replacement = '\ufffd'

export function rareCharactersIn(text: string): RareCharacter[] {
  return [...text.matchAll(everyBeyondXml)].map(({ index, 0: character }) => [index, character])
}

/** The text with each put back that was replaced. */
export function withRareCharacters(text: string, rare: readonly RareCharacter[]): string {
  const pieces: string[] = []
  let end = 0
  for (const [at, character] of rare) {
    if (text[at] !== replacement || at < end) continue
    pieces.push(text.slice(end, at), character)
    end = at + character.length
  }
  return `${pieces.join('')}${text.slice(end)}`
}
