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
export function blocksBetween(dom: TextDom, top: number, bottom: number): BlockRange {
  const { sections } = dom
  const firstSection = firstReaching(sections, top)
  if (firstSection === sections.length) return { first: 0, last: -1 }

  const blocks = dom.blocksOf(firstSection)
  const first = dom.firstBlockOf(firstSection) + Math.min(firstReaching(blocks, top), blocks.length - 1)
  let last = first
  for (let section = firstSection; section < sections.length; section++) {
    if (sections[section]!.getBoundingClientRect().top > bottom) break
    const within = dom.blocksOf(section)
    const beyond = firstBeginningBelow(within, bottom)
    last = Math.max(first, dom.firstBlockOf(section) + beyond - 1)
    if (beyond < within.length) break
  }
  return { first, last }
}

function firstReaching(elements: readonly HTMLElement[], top: number): number {
  return firstWhere(elements.length, (i) => elements[i]!.getBoundingClientRect().bottom >= top)
}

function firstBeginningBelow(elements: readonly HTMLElement[], bottom: number): number {
  return firstWhere(elements.length, (i) => elements[i]!.getBoundingClientRect().top > bottom)
}

/** `holds` is false up to some index and true from there on, which is returned. */
export function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
