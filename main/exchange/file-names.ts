/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** In characters; leaves room for endings and for the folders above. */
const longest = 80

/** Fit for a file or folder on every system; '' where nothing of the words is. Made safe twice, it stays the same. */
export function safeFileName(words: string): string {
  const harmless = words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be replaced.
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff/\\:*?"<>|]/g, '_')
    .toWellFormed()
  const short = [...harmless.trim()].slice(0, longest).join('')
  return short.replace(/^[. ]+|[. ]+$/g, '').replace(devices, '_$&')
}

/**
 * A safe name for each of the words, in order: no two that any system would take for one. Words that are safe and
 * differ are their own names. `toName` says what safe is.
 */
export function fileNamesFor(
  words: readonly string[],
  otherwise: string,
  toName: (words: string) => string = safeFileName,
): string[] {
  const wanted = words.map((one) => toName(one) || otherwise)
  const own = new Set<string>()
  // Who is called by the name itself keeps it, also when a namesake of another comes first.
  const keepers = new Map<string, number>()
  wanted.forEach((name, index) => {
    const key = keyOf(name)
    const keeper = keepers.get(key)
    if (keeper === undefined || (words[keeper] !== wanted[keeper] && words[index] === name)) {
      keepers.set(key, index)
    }
    own.add(key)
  })
  const next = new Map<string, number>()
  return wanted.map((name, index) => {
    const key = keyOf(name)
    if (keepers.get(key) === index) return name
    for (let number = next.get(key) ?? 2; ; number += 1) {
      const numbered = `${name}-${number}`
      if (own.has(keyOf(numbered))) continue
      own.add(keyOf(numbered))
      next.set(key, number + 1)
      return numbered
    }
  })
}

/** Letters that some file systems do not tell apart. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()
