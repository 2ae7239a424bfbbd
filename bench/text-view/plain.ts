import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentText } from '../../preload/contract/document.ts'

const paragraphsPerSection = 50
const paragraphsPainted = 14

/**
 * The lower bound for a view that has the whole text in the page: paragraphs in sections, the first of them with
 * highlights, and nothing else. Returns what takes it away.
 */
export function plainView(
  place: HTMLElement,
  { text, blocks }: DocumentText,
  columns: AnnotationColumns,
): () => void {
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
  place.append(root)

  const byTag = new Map<number, Highlight>()
  let block = 0
  for (let row = 0; row < columns.start.length; row++) {
    while (block < blocks.length - 1 && blocks[block + 1]!.start <= columns.start[row]!) block++
    if (block >= paragraphsPainted) break
    const { start, end } = blocks[block]!
    const node = root.querySelectorAll('p')[block]!.firstChild!
    const range = new StaticRange({
      startContainer: node,
      startOffset: columns.start[row]! - start,
      endContainer: node,
      endOffset: Math.min(end, columns.end[row]!) - start,
    })
    const tag = columns.tag[row]!
    const highlight = byTag.get(tag) ?? new Highlight()
    highlight.add(range)
    byTag.set(tag, highlight)
    CSS.highlights.set(`plain-${tag}`, highlight)
  }
  return () => {
    for (const tag of byTag.keys()) CSS.highlights.delete(`plain-${tag}`)
    root.remove()
  }
}
