/** A width that a person’s editor or an e-mail program wraps at; longer lines are paragraphs. */
const narrowest = 30
const widest = 120

/** So many lines must tell the same before they are believed. */
const leastEvidence = 4

/**
 * Whether the lines of a text were broken at a width, so that a paragraph takes several of them.
 *
 * A line was wrapped if the first word of the next would not have fit into the width, where the width is that of the
 * longest lines; and a line of at least half the width also if the next goes on in lower case, since texts are often
 * wrapped by hand or at several widths. In wrapped prose most lines that another follows are such; in lists,
 * address heads and texts with one line a paragraph hardly any. Lines that a blank one follows say nothing.
 */
export function isHardWrapped(lines: readonly string[]): boolean {
  const width = widthOf(lines)
  if (width < narrowest || width > widest) return false

  let wrapped = 0
  let followed = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.trimEnd()
    const next = lines[i + 1]!.trim()
    if (line.trimStart() === '' || next === '') continue
    followed++
    const firstWord = next.split(/\s/, 1)[0]!
    const full = line.length + 1 + firstWord.length > width
    if (full || (line.length * 2 >= width && /^\p{Ll}/u.test(next))) wrapped++
  }
  return wrapped >= leastEvidence && wrapped >= followed * 0.6
}

/** The length that all lines but one in fifty keep to. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0)
  lengths.sort((a, b) => a - b)
  return lengths[Math.ceil(lengths.length * 0.98) - 1] ?? 0
}
