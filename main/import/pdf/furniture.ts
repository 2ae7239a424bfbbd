import type { Segment } from './drawn-line.ts'

/** A page with the words that stand on it. */
export interface SetPage {
  segments: readonly Segment[]
  /** What the file calls the page: its number counted from 1, or its label. */
  label: string
}

export interface Furniture {
  /** For each page the words that are its own. */
  pages: Segment[][]
  /** Left out: lines above and below the text that say the same on several pages. */
  heads: string[]
  feet: string[]
  pageNumbers: string[]
}

/** Lines from the top and from the bottom of a page that may be furniture. */
const deepest = 4
/** Running heads stand within so many points of the same height. */
const tolerance = 4
/** Longer lines are text, although they may begin alike. */
const longest = 200

interface Edge {
  page: number
  y: number
  segments: Segment[]
  text: string
  /** Its words with `#` for every number. */
  pattern: string
  /** There is more room between it and the next line inwards than between lines. */
  isApart: boolean
}

/**
 * Tells running heads, feet and page numbers from the text: of the outermost lines of a page those that say the same,
 * but for their numbers, at the same height on at least three pages, and either stand apart from the text or do so on
 * every third page; in a file of two to four pages, on at least half of them and apart. A file that would lose most of its
 * words keeps them.
 */
export function withoutFurniture(pages: readonly SetPage[]): Furniture {
  const taken = new Set<Segment>()
  const found: Pick<Furniture, 'heads' | 'feet' | 'pageNumbers'> = { heads: [], feet: [], pageNumbers: [] }
  for (const where of ['heads', 'feet'] as const) {
    const edges = pages.map((page, at) => edgesOf(page.segments, at, where === 'heads'))
    const isRepeated = repeatedIn(edges.flat(), pages.length)
    edges.forEach((rows, at) => {
      for (const [depth, edge] of rows.entries()) {
        if (edge.segments.some((segment) => taken.has(segment))) continue
        const isNumber = isPageNumber(edge.text, pages[at]!.label, at + 1)
        if (!isRepeated(rows, depth) && !(isNumber && edge === rows[0])) continue
        found[isNumber || isOnlyNumber(edge) ? 'pageNumbers' : where].push(edge.text)
        for (const segment of edge.segments) taken.add(segment)
      }
    })
  }
  const all = pages.flatMap(({ segments }) => segments)
  if (lettersIn(taken) * 2 > lettersIn(all)) {
    return { pages: pages.map(({ segments }) => [...segments]), heads: [], feet: [], pageNumbers: [] }
  }
  return { ...found, pages: pages.map(({ segments }) => segments.filter((segment) => !taken.has(segment))) }
}

function lettersIn(segments: Iterable<Segment>): number {
  let letters = 0
  for (const { text } of segments) letters += text.length
  return letters
}

const isOnlyNumber = ({ pattern }: Edge) => /^[^\p{L}]*#[^\p{L}]*$/u.test(pattern)

/** A line that is nothing but the number of its page. */
function isPageNumber(text: string, label: string, number: number): boolean {
  const found =
    /^[\s\-–—|[(]*(?:(?:page|seite|p\.|s\.)\s*)?([\divxlc]{1,6})(?:\s*(?:of|von|\/)\s*\d+)?[\s\-–—|\])]*$/i.exec(
      text,
    )
  const said = found?.[1]?.toLowerCase()
  return said !== undefined && (said === label.toLowerCase() || said === String(number))
}

/** The outermost lines, from the edge inwards. */
function edgesOf(segments: readonly Segment[], page: number, fromTop: boolean): Edge[] {
  const sorted = [...segments].sort((a, b) => (fromTop ? a.baseline - b.baseline : b.baseline - a.baseline))
  const rows: Segment[][] = []
  for (const segment of sorted) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.baseline - segment.baseline) <= segment.size * 0.4) row.push(segment)
    else if (rows.length > deepest) break
    else rows.push([segment])
  }
  return rows.slice(0, deepest).map((row, at) => {
    const text = row
      .sort((a, b) => a.left - b.left)
      .map((segment) => segment.text)
      .join(' ')
    const { baseline: y, size } = row[0]!
    const next = rows[at + 1]?.[0]
    const isApart = next === undefined || Math.abs(next.baseline - y) > Math.max(size, next.size) * 1.7
    return { page, y, segments: row, text, pattern: patternOf(text), isApart }
  })
}

function patternOf(text: string): string {
  const pattern = text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
  return /^[ivxlc]{1,7}$/.test(pattern) ? '#' : pattern
}

/**
 * Whether a line says the same at the same height on enough pages, and is apart from the text, with such lines alone
 * between the two; or says it on so many pages that this cannot be chance.
 */
function repeatedIn(
  edges: readonly Edge[],
  pageCount: number,
): (rows: readonly Edge[], depth: number) => boolean {
  const places = new Map<string, { page: number; y: number }[]>()
  for (const { pattern, page, y } of edges) {
    if (pattern.length > longest) continue
    const found = places.get(pattern)
    if (found) found.push({ page, y })
    else places.set(pattern, [{ page, y }])
  }
  const pagesNear = new Map<string, number>()
  const countOf = ({ pattern, y }: Edge) => {
    const key = `${Math.round(y)} ${pattern}`
    let count = pagesNear.get(key)
    if (count === undefined) {
      const near = (places.get(pattern) ?? []).filter(
        (place) => Math.abs(place.y - Math.round(y)) <= tolerance,
      )
      count = new Set(near.map(({ page }) => page)).size
      pagesNear.set(key, count)
    }
    return count
  }
  const least = pageCount <= 4 ? Math.max(2, Math.ceil(pageCount / 2)) : 3
  return (rows, depth) => {
    const count = countOf(rows[depth]!)
    if (count < least) return false
    if (pageCount > 4 && count >= pageCount * 0.3) return true
    const gap = rows.findIndex((row, at) => at >= depth && row.isApart)
    return gap >= 0 && rows.slice(depth, gap + 1).every((row) => countOf(row) >= least)
  }
}
