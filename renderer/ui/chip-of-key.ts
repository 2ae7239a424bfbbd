/**
 * What a key takes of a few choices: one that begins with it, going round from the present one where several do; else,
 * for a digit, the one at that place.
 */
export function chipOfKey<T extends { id: string; title: string }>(
  chips: readonly T[],
  key: string,
  value: string | null,
): T | undefined {
  const wanted = fold(key)
  const beginning = chips.filter(({ title }) => fold(title).startsWith(wanted))
  const at = beginning.findIndex(({ id }) => id === value)
  if (beginning.length > 0) return beginning[(at + 1) % beginning.length]
  return /^[1-9]$/.test(key) ? chips[Number(key) - 1] : undefined
}

const fold = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
