import type { DocumentText } from '../../preload/contract/document.ts'
import type { Annotator } from './annotator.ts'

const paragraphsPerSection = 50
const paragraphsPainted = 14

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
 * The lower bound for a view that has the whole text in the page: paragraphs in sections, the first of them with
 * highlights, and nothing else.
 */
export const plainAnnotator: Annotator = (place, text, columns) => {
  const { blocks } = text
  const root = sectionsOf(text)
  place.append(root)
  const paragraphs = [...root.querySelectorAll('p')].slice(0, paragraphsPainted)
  const rangeOf = (block: number, start: number, end: number) => {
    const { start: from, end: to } = blocks[block]!
    const node = paragraphs[block]!.firstChild!
    return new StaticRange({
      startContainer: node,
      startOffset: start - from,
      endContainer: node,
      endOffset: Math.min(to, end) - from,
    })
  }
  const byTag = new Map<number, Highlight>()
  const paint = (tag: number, range: StaticRange) => {
    const highlight = byTag.get(tag) ?? new Highlight()
    highlight.add(range)
    byTag.set(tag, highlight)
    CSS.highlights.set(`plain-${tag}`, highlight)
  }
  let block = 0
  for (let row = 0; row < columns.start.length; row++) {
    while (block < blocks.length - 1 && blocks[block + 1]!.start <= columns.start[row]!) block++
    if (block >= paragraphsPainted) break
    paint(columns.tag[row]!, rangeOf(block, columns.start[row]!, columns.end[row]!))
  }
  const added = new Map<number, StaticRange>()
  return {
    add({ start, end }, number) {
      const at = blocks.findLastIndex((one) => one.start <= start)
      const range = rangeOf(at, start, end)
      added.set(number, range)
      paint(1, range)
    },
    remove: (number) => void byTag.get(1)?.delete(added.get(number)!),
    end() {
      for (const tag of byTag.keys()) CSS.highlights.delete(`plain-${tag}`)
      root.remove()
    },
  }
}
