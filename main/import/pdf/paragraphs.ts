import { indentOf, type Measures, roomAfter } from './measures.ts'
import type { Flow, TextLine } from './reading-order.ts'

/** Lines that are one paragraph, in the order of reading. */
export interface Paragraph {
  kind: 'paragraph' | 'list-item'
  lines: PlacedLine[]
}

export interface PlacedLine {
  line: TextLine
  flow: Flow
  /** Counts from 0. */
  page: number
}

/** The signs that only lists have. */
export const bulletSign = /^[•◦▪‣●○■□·\uf0b7\uf0a7]\s*(?=\S)/u
/** With these, a line may also begin that is no item: as speech does in many languages. */
const itemStart = /^(?:[•◦▪‣●○■□·\uf0b7\uf0a7]|[–—*]\s)\s*\S/u
const numbered = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])\s+\S/u
/** A line of a table of contents: dots that lead to a page. */
export const leadsToPage = /(?:\. ?){5,}\s*[\divxlcIVXLC]*$/
const sentenceEnd = /[.!?:…。！？؟](?:["'”’»›)\]]|\s|\d{1,3}$)*$/u

/**
 * Lines as paragraphs: a new one begins after more room than lines have, at an indent, with letters of another size,
 * at a sign of a list, and after a line that leaves more room than the next word takes. What a column or a page cuts
 * goes on where the next one begins, when the sentence has not ended. A page without words has no flow.
 */
export function paragraphsOf(pages: readonly (readonly Flow[])[], measures: Measures): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let last: PlacedLine | null = null
  pages.forEach((flows, page) => {
    for (const flow of flows) {
      const hanging = isHanging(flow)
      flow.lines.forEach((line, at) => {
        const here = { line, flow, page }
        const current = paragraphs.at(-1)
        const goesOn =
          last !== null &&
          current !== undefined &&
          (at > 0 ? continuesBelow(last, here, { measures, hanging }) : continuesElsewhere(last, here))
        if (goesOn) current.lines.push(here)
        else paragraphs.push({ kind: bulletSign.test(line.text) ? 'list-item' : 'paragraph', lines: [here] })
        last = here
      })
    }
    // A page of pictures stands between what is before and after it.
    if (flows.length === 0) last = null
  })
  return paragraphs
}

interface Manner {
  measures: Measures
  /** The lines after the first of a paragraph are indented, as in lists of references. */
  hanging: boolean
}

function continuesBelow(before: PlacedLine, here: PlacedLine, { measures, hanging }: Manner): boolean {
  const { line: above, flow } = before
  const { line } = here
  if (!isSameSize(above, line)) return false
  const step = line.baseline - above.baseline
  if (step > measures.leadingOf(line.size) * 1.22 + 0.6 || step < 0) return false
  if (above.isRow || line.isRow) return false
  if (itemStart.test(line.text) || leadsToPage.test(above.text)) return false

  const room = roomAfter(above, flow)
  const wouldFit = room > firstWordWidth(line) + 0.6 * line.size
  if (
    above.font !== line.font &&
    wouldFit &&
    (above.font !== measures.font) !== (line.font !== measures.font)
  )
    return false
  if (numbered.test(line.text) && (wouldFit || sentenceEnd.test(above.text))) return false

  const aboveIndent = indentOf(above, flow)
  const indent = indentOf(line, flow)
  const deep = 0.7 * line.size
  if (isCentred(above, flow) && isCentred(line, flow)) return true
  if (hanging) return indent > deep
  if (indent > aboveIndent + deep && !itemStart.test(above.text) && !numbered.test(above.text)) return false
  if (!wouldFit) return true
  if (sentenceEnd.test(above.text)) return room < 1.6 * line.size
  return room < 0.35 * (flow.right - flow.left) || /^\p{Ll}/u.test(line.text)
}

/** From the end of a column or a page to the beginning of the next. */
function continuesElsewhere(before: PlacedLine, here: PlacedLine): boolean {
  const { line: above } = before
  const { line, flow } = here
  if (
    above.isRow ||
    line.isRow ||
    !isSameSize(above, line) ||
    itemStart.test(line.text) ||
    isCentred(above, before.flow)
  )
    return false
  if (/^\p{Ll}/u.test(line.text)) return true
  if (above.font !== line.font || sentenceEnd.test(above.text)) return false
  if (indentOf(line, flow) > 0.7 * line.size || numbered.test(line.text)) return false
  return roomAfter(above, before.flow) <= firstWordWidth(line) + 0.6 * line.size
}

const isSameSize = (a: TextLine, b: TextLine) => Math.abs(a.size - b.size) <= 0.07 * Math.max(a.size, b.size)

function firstWordWidth({ text, left, right }: TextLine): number {
  const [word = ''] = text.split(/\s/, 1)
  return ((right - left) * word.length) / Math.max(1, text.length)
}

function isCentred(line: TextLine, { left, right }: Flow): boolean {
  const before = line.left - left
  const after = right - line.right
  return before > 2 * line.size && after > 2 * line.size && Math.abs(before - after) < line.size
}

/** Whether more lines are indented because the paragraph goes on than because one begins. */
function isHanging(flow: Flow): boolean {
  const { lines } = flow
  let goesOn = 0
  let begins = 0
  lines.forEach((line, at) => {
    if (indentOf(line, flow) <= 0.7 * line.size) return
    const above = lines[at - 1]
    const below = lines[at + 1]
    const isAtEdge = (other: TextLine | undefined) =>
      other !== undefined && indentOf(other, flow) <= 0.7 * other.size
    if (isAtEdge(below) && isAtEdge(above) && sentenceEnd.test(above!.text)) begins++
    else if (isAtEdge(above) || (above && indentOf(above, flow) > 0.7 * above.size)) goesOn++
  })
  const atEdge = lines.filter((line) => indentOf(line, flow) <= 0.7 * line.size).length
  return goesOn > begins && goesOn >= 3 && atEdge >= 2 && looksLikeReferences(flow)
}

/** Lines at the edge that begin a paragraph follow lines that end one. */
function looksLikeReferences(flow: Flow): boolean {
  let follow = 0
  let ended = 0
  flow.lines.forEach((line, at) => {
    const above = flow.lines[at - 1]
    if (!above || indentOf(line, flow) > 0.7 * line.size) return
    if (indentOf(above, flow) <= 0.7 * above.size) return
    follow++
    if (sentenceEnd.test(above.text)) ended++
  })
  return follow > 0 && ended >= follow * 0.8
}
