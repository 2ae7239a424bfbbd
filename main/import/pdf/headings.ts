import type { Measures } from './measures.ts'
import { leadsToPage, type Paragraph } from './paragraphs.ts'

/** Longer is no heading, in UTF-16 code units and in lines. */
const longest = 250
const mostLines = 5

/**
 * Tells headings from paragraphs by the size of their letters, and by another font than that of the text where a short
 * line stands alone above a paragraph. The largest size is level 1, and so on down to 6.
 */
export function findHeadings(paragraphs: readonly Paragraph[], measures: Measures): Map<Paragraph, number> {
  const bySize: Paragraph[] = []
  const byFont: Paragraph[] = []
  paragraphs.forEach((paragraph, at) => {
    if (paragraph.kind !== 'paragraph' || paragraph.lines.length > mostLines) return
    const text = paragraph.lines.map(({ line }) => line.text).join(' ')
    if (text.length > longest || !/\p{L}{2}/u.test(text) || leadsToPage.test(text)) return
    const { size } = paragraph.lines[0]!.line
    if (size > measures.size * 1.12) bySize.push(paragraph)
    else if (isSetApart(paragraph, paragraphs[at + 1], { text, measures })) byFont.push(paragraph)
  })
  const sizes = [...new Set(bySize.map(levelSize))].sort((a, b) => b - a)
  const levels = new Map<Paragraph, number>()
  for (const heading of bySize) levels.set(heading, Math.min(6, sizes.indexOf(levelSize(heading)) + 1))
  for (const heading of byFont) levels.set(heading, Math.min(6, sizes.length + 1))
  return levels
}

const levelSize = ({ lines }: Paragraph) => Math.round(lines[0]!.line.size * 2) / 2

/** A short line or two in a font of their own, with text below. */
function isSetApart(
  { lines }: Paragraph,
  next: Paragraph | undefined,
  { text, measures }: { text: string; measures: Measures },
): boolean {
  if (lines.length > 2 || text.length > 120 || !next || next.kind !== 'paragraph') return false
  if (lines.some(({ line }) => line.font === measures.font || line.size < measures.size * 0.95)) return false
  if (/[.,;!…]$/.test(text) || !/^[\p{Lu}\p{Lo}\d]/u.test(text)) return false
  const below = next.lines[0]!
  return below.line.font === measures.font && next.lines.length > 1
}
