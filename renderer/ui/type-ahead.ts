const pauseMs = 700

/** Finds a row by the first letters of its words. Letters typed within a moment belong together. */
export function typeAhead(): (letter: string, texts: readonly string[], from: number) => number {
  let typed = ''
  let last = 0
  return (letter, texts, from) => {
    const now = performance.now()
    typed = now - last > pauseMs ? letter : typed + letter
    last = now
    return nextBeginningWith(typed.toLocaleLowerCase(), texts, from)
  }
}

/**
 * The next text from `from` on, round the end, that begins with the letters; a single letter looks on from the one
 * after, and so goes through all that begin with it. -1 when there is none.
 */
export function nextBeginningWith(letters: string, texts: readonly string[], from: number): number {
  const start = letters.length === 1 ? from + 1 : from
  for (let step = 0; step < texts.length; step++) {
    const index = (Math.max(start, 0) + step) % texts.length
    if (texts[index]!.toLocaleLowerCase().startsWith(letters)) return index
  }
  return -1
}
