/** What holds every one of the words, in its order, whatever case and accents are. */
export function narrow<T>(items: readonly T[], words: string, textOf: (item: T) => string): readonly T[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return items
  return items.filter((item) => {
    const own = fold(textOf(item))
    return wanted.every((word) => own.includes(word))
  })
}

function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
