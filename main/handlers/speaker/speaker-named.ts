import type { Speaker } from '../../../preload/contract/speaker.ts'

/** The speaker of that name or variant, whatever its case. */
export function speakerNamed(speakers: readonly Speaker[], name: string): Speaker | undefined {
  const wanted = name.toLowerCase()
  return speakers.find((speaker) => namesOf(speaker).some((other) => other.toLowerCase() === wanted))
}

/** All that a speaker goes by, the name first. */
export const namesOf = ({ name, variants }: Pick<Speaker, 'name' | 'variants'>): string[] => [
  name,
  ...variants,
]

/** Each once, whatever its case, without those that are empty; in order. */
export function eachOnce(names: readonly string[], not: readonly string[] = []): string[] {
  const seen = new Set(not.map((name) => name.toLowerCase()))
  return names.flatMap((given) => {
    const name = given.trim()
    if (name === '' || seen.has(name.toLowerCase())) return []
    seen.add(name.toLowerCase())
    return name
  })
}
