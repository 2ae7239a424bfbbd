import type { TextDom } from './text-dom.ts'

export interface BlockRange {
  first: number
  /** Inclusive; below `first` when there is none. */
  last: number
}

// Measured: each painted frame pays for every highlighted range, so no more than this around the window.
const screensAround = 0.2

/** The blocks in the window and a fifth of its height above and below. */
export function blocksNear(dom: TextDom, root: HTMLElement): BlockRange {
  const { top, bottom, height } = root.getBoundingClientRect()
  return blocksBetween(dom, top - height * screensAround, bottom + height * screensAround)
}

/** The blocks between two heights, in coordinates of the page. Lays out no section beyond them. */
function blocksBetween(dom: TextDom, top: number, bottom: number): BlockRange {
  const { sections } = dom
  const firstSection = firstWhere(0, sections.length, (i) => bottomOf(sections[i]!) >= top)
  if (firstSection === sections.length) return { first: 0, last: -1 }

  const within = dom.blocksOf(firstSection)
  const reaching = firstWhere(within.first, within.end, (block) => bottomOf(dom.element(block)) >= top)
  const first = Math.min(reaching, within.end - 1)
  let last = first
  for (
    let section = firstSection;
    section < sections.length && topOf(sections[section]!) <= bottom;
    section++
  ) {
    const { first: from, end } = dom.blocksOf(section)
    const below = firstWhere(from, end, (block) => topOf(dom.element(block)) > bottom)
    last = Math.max(first, below - 1)
    if (below < end) break
  }
  return { first, last }
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top
}

function bottomOf(element: HTMLElement): number {
  return element.getBoundingClientRect().bottom
}

/** The first index for which `holds` is true, where it is false up to some index and true from there on; else `end`. */
export function firstWhere(first: number, end: number, holds: (i: number) => boolean): number {
  let low = first
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
