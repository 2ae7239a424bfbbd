/** How wide words are, in CSS pixels. */
export type Measure = (words: string) => number

/**
 * Breaks words into lines no wider than `width` between words, a word too long for a line within it; what is beyond
 * `most` lines is cut, told by “…”.
 */
export function wrapped(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  const pieces = piecesOf(text.replace(/\s+/gu, ' ').trim())
  for (const piece of pieces.flatMap((one) =>
    measure(one) > width ? [...letters.segment(one)].map(({ segment }) => segment) : [one],
  )) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      if (lines.length > most) break
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  const last = [...letters.segment(lines[most - 1]!)].map(({ segment }) => segment)
  while (last.length > 1 && measure(`${last.join('').trimEnd()}…`) > width) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`]
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words with the space and the signs that follow them: lines break before these. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let isNew = true
  for (const { segment, isWordLike } of words.segment(text)) {
    const begins = isWordLike || /^[\p{Ps}\p{Pi}]/u.test(segment)
    if (pieces.length === 0 || (begins && isNew)) pieces.push(segment)
    else pieces[pieces.length - 1] += segment
    // Signs that stand before a word belong to it; between letters of one word there is no place to break.
    isNew = isWordLike ? true : /\s$/u.test(segment) || !/[\p{Ps}\p{Pi}]$/u.test(segment)
    if (!isWordLike && !/\s/u.test(segment) && /^[\p{Pd}'’./:@_]$/u.test(segment)) isNew = false
  }
  return pieces
}
