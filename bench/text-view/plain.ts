import type { DocumentText } from '../../preload/contract/document.ts'
import { firstWhere } from '../../renderer/document/text/near-window.ts'
import type { Annotator } from './annotator.ts'

const paragraphsPerSection = 50
const screensAround = 0.2

/** The whole text as paragraphs in sections that are laid out as they come near the window. */
export function sectionsOf({ text, blocks }: DocumentText): HTMLElement {
  const root = document.createElement('div')
  root.className = 'document-view plain'
  const body = document.createElement('div')
  body.className = 'document-text'
  let section = document.createElement('div')
  for (const [i, { start, end }] of blocks.entries()) {
    if (i % paragraphsPerSection === 0) {
      section = document.createElement('div')
      section.className = 'section'
      section.style.setProperty('--lines', String(paragraphsPerSection * 8))
      body.append(section)
    }
    const paragraph = document.createElement('p')
    paragraph.className = 'paragraph'
    paragraph.textContent = text.slice(start, end)
    section.append(paragraph)
  }
  root.append(body)
  return root
}

/**
 * The lower bound for a view that has the whole text in the page: paragraphs in sections, highlights for those near the
 * window, one a tag, and nothing else.
 */
export const plainAnnotator: Annotator = (place, text, columns) => {
  const { blocks } = text
  const root = sectionsOf(text)
  place.append(root)
  const sections = [...root.querySelectorAll<HTMLElement>('.section')]
  const byTag = new Map<number, Highlight>()
  const near = new Map<number, { highlight: Highlight; range: StaticRange }[]>()

  const paint = (tag: number, block: number, start: number, end: number) => {
    const highlight = byTag.get(tag) ?? new Highlight()
    byTag.set(tag, highlight)
    CSS.highlights.set(`plain-${tag}`, highlight)
    const section = sections[Math.floor(block / paragraphsPerSection)]!
    const node = section.children[block % paragraphsPerSection]!.firstChild!
    const { start: from, end: to } = blocks[block]!
    const offsets = { startOffset: start - from, endOffset: Math.min(to, end) - from }
    const range = new StaticRange({ startContainer: node, endContainer: node, ...offsets })
    highlight.add(range)
    return { highlight, range }
  }
  const paintNear = () => {
    const { top, bottom, height } = root.getBoundingClientRect()
    const first = blockReaching(sections, top - height * screensAround)
    const last = blockReaching(sections, bottom + height * screensAround)
    for (const [block, painted] of near) {
      if (first <= block && block <= last) continue
      for (const { highlight, range } of painted) highlight.delete(range)
      near.delete(block)
    }
    for (let block = first; block <= Math.min(last, blocks.length - 1); block++) {
      if (near.has(block)) continue
      const { start, end } = blocks[block]!
      const rows: ReturnType<typeof paint>[] = []
      for (let row = firstFrom(columns.start, start); columns.start[row]! < end; row++)
        rows.push(paint(columns.tag[row]!, block, columns.start[row]!, columns.end[row]!))
      near.set(block, rows)
    }
  }
  paintNear()
  root.addEventListener('scroll', () => requestAnimationFrame(paintNear), { passive: true })

  const added = new Map<number, ReturnType<typeof paint>>()
  return {
    add({ start, end }, number) {
      const block = blocks.findLastIndex((one) => one.start <= start)
      added.set(number, paint(1, block, start, end))
    },
    remove(number) {
      const one = added.get(number)
      one?.highlight.delete(one.range)
    },
    end() {
      for (const tag of byTag.keys()) CSS.highlights.delete(`plain-${tag}`)
      root.remove()
    },
  }
}

/** The first block whose bottom lies at a height or below it. */
function blockReaching(sections: readonly HTMLElement[], y: number): number {
  const reaches = (element: Element | undefined) => element!.getBoundingClientRect().bottom >= y
  const section = firstWhere(0, sections.length - 1, (i) => reaches(sections[i]))
  const paragraphs = sections[section]!.children
  const within = firstWhere(0, paragraphs.length - 1, (i) => reaches(paragraphs[i]))
  return section * paragraphsPerSection + within
}

const firstFrom = (sorted: Int32Array, value: number): number =>
  firstWhere(0, sorted.length, (i) => sorted[i]! >= value)
