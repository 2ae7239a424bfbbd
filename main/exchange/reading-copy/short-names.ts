/**
 * A short name for each tag, none like another: the first letters of its words, or of its only word the first two,
 * and more of them where two tags would get the same; a number where even that does not tell them apart.
 */
export function shortNames(tags: readonly { id: number; name: string }[]): Map<number, string> {
  const names = new Map<number, string>()
  const taken = new Set<string>()
  for (const { id, name } of tags) {
    const short = firstFree(name, taken)
    taken.add(short.toLowerCase())
    names.set(id, short)
  }
  return names
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (const candidate of candidates(name)) if (!taken.has(candidate.toLowerCase())) return candidate
  return name
}

function* candidates(name: string): Generator<string> {
  const words = name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['tag']
  const letters = [...words[0]!]
  if (words.length > 1) {
    const initials = words.slice(0, 3).map((word) => [...word][0]!)
    yield initials.join('').toUpperCase()
  }
  for (let length = 2; length <= Math.min(5, letters.length); length++)
    yield capital(letters.slice(0, length))
  for (let number = 2; ; number++) yield `${capital(letters.slice(0, 2))}${number}`
}

function capital([first = '', ...rest]: readonly string[]): string {
  return first.toUpperCase() + rest.join('').toLowerCase()
}
