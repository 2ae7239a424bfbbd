import type { StructuredText } from '../../preload/contract/text.ts'
import { isHardWrapped } from './wrapped-lines.ts'

/**
 * Plain text as blocks. The text stays exactly what it was, a last line end included.
 *
 * Every line is a paragraph; where lines were broken at a width, a paragraph is a run of them and keeps its `\n`
 * inside. A blank line is an empty paragraph of its own, so that offsets are those of the file. Speaker labels stay
 * in the text. A page begins after each form feed, which stays in the text as well.
 */
export function parseTxt(text: string): StructuredText {
  const lines = text.split('\n')
  const wrapped = isHardWrapped(lines)
  const blocks: StructuredText['blocks'] = []
  let start = 0
  let end = -1
  lines.forEach((line, i) => {
    end += 1 + line.length
    if (wrapped && i + 1 < lines.length && goesOn(lines, i)) return
    blocks.push({ kind: 'paragraph', start, end })
    start = end + 1
  })
  return { text, blocks, marks: [], breaks: pageBreaksOf(text) }
}

/** Whether the next line of a wrapped text belongs to the same paragraph. */
function goesOn(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1]!
  if (isBlank(lines[at]!) || isBlank(next)) return false
  const indent = indentOf(next)
  const afterNext = lines[at + 2]
  // A paragraph that begins with an indent instead of after a blank line.
  const beginsIndented =
    indent > indentOf(lines[at]!) && afterNext !== undefined && indent > indentOf(afterNext)
  return !(beginsIndented && !isBlank(afterNext))
}

const isBlank = (line: string) => line.trim() === ''
const indentOf = (line: string) => line.length - line.trimStart().length

function pageBreaksOf(text: string): StructuredText['breaks'] {
  const breaks: StructuredText['breaks'] = []
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) {
    breaks.push({ kind: 'page', at: at + 1 })
  }
  return breaks
}
