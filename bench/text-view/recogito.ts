import '@recogito/text-annotator/text-annotator.css'
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'
import { firstWhere } from '../../renderer/document/text/near-window.ts'
import type { Annotator } from './annotator.ts'
import { sectionsOf } from './plain.ts'

/**
 * Recogito’s text annotator as its guide has it, over the same sections of paragraphs, with CSS highlights: the
 * quicker of its two ways on long texts.
 */
export const recogitoAnnotator: Annotator = (place, text, columns) => {
  const root = sectionsOf(text)
  place.append(root)
  const annotator = createTextAnnotator(root, { renderer: 'CSS_HIGHLIGHTS', annotatingEnabled: false })
  const { blocks } = text
  const paragraphs = root.querySelectorAll('p')
  const blockAt = (offset: number) => firstWhere(0, blocks.length, (i) => blocks[i]!.start > offset) - 1
  const placeOf = (offset: number): [Node, number] => {
    const block = blockAt(offset)
    return [paragraphs[block]!.firstChild!, offset - blocks[block]!.start]
  }
  const rangeOf = (from: number, to: number): Range => {
    const range = document.createRange()
    range.setStart(...placeOf(from))
    range.setEnd(...placeOf(to))
    return range
  }
  // It counts what the elements hold, which is the text without its line ends.
  const inElements = (offset: number) => offset - blockAt(offset)
  const annotationOf = (id: string, from: number, to: number): TextAnnotation => {
    const quote = text.text.slice(from, to).replaceAll('\n', '')
    const start = inElements(from)
    const selector = [{ start, end: start + quote.length, quote, range: rangeOf(from, to) }]
    return { id, bodies: [], target: { annotation: id, selector } }
  }
  const rows = Array.from(columns.annotation, (id, row) =>
    annotationOf(String(id), columns.start[row]!, columns.end[row]!),
  )
  annotator.setAnnotations(rows as never)
  return {
    add: ({ start, end }, number) =>
      annotator.addAnnotation(annotationOf(`new-${number}`, start, end) as never),
    remove: (number) => void annotator.removeAnnotation(`new-${number}`),
    end() {
      annotator.destroy()
      root.remove()
    },
  }
}
