/** How wide words are, in CSS pixels. */
export type Measure = (words: string) => number

/**
 * Breaks words into lines no wider than `width` between words, a word too long for a line within it; what is beyond
 * `most` lines is cut, told by “…”.
 */
export function wrapped(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of fittingPieces(text.replace(/\s+/gu, ' ').trim(), width, measure)) {
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

/** One after the other, so that of a long passage no more is measured than is shown. */
function* fittingPieces(text: string, width: number, measure: Measure): Generator<string> {
  for (const piece of piecesOf(text)) {
    if (measure(piece) <= width) yield piece
    else for (const { segment } of letters.segment(piece)) yield segment
  }
}

/** Words with the space and the signs that follow them: lines break before these. */
function* piecesOf(text: string): Generator<string> {
  let piece = ''
  let isNew = true
  for (const { segment, isWordLike } of words.segment(text)) {
    const begins = isWordLike || /^[\p{Ps}\p{Pi}]/u.test(segment)
    if (piece !== '' && begins && isNew) {
      yield piece
      piece = segment
    } else piece += segment
    // Signs that stand before a word belong to it; between letters of one word there is no place to break.
    isNew = isWordLike ? true : /\s$/u.test(segment) || !/[\p{Ps}\p{Pi}]$/u.test(segment)
    if (!isWordLike && !/\s/u.test(segment) && /^[\p{Pd}'’./:@_]$/u.test(segment)) isNew = false
  }
  if (piece !== '') yield piece
}
