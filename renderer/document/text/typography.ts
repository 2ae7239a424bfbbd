import { Mark, type Node } from 'prosemirror-model'
import type { StructuredText } from '../../../preload/contract/text.ts'
import { schema } from './schema.ts'

type Typography = StructuredText['marks'][number]

/**
 * Gives the text of each block with its typography. Blocks are to be asked for in the order of the text, since
 * it walks along the marks once.
 */
export function setTypography({ text, marks }: Pick<StructuredText, 'text' | 'marks'>) {
  const waiting = marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start)
  let next = 0
  let open: Typography[] = []

  return (start: number, end: number): Node[] => {
    open = open.filter((mark) => mark.end > start)
    for (; next < waiting.length && waiting[next]!.start < end; next++) {
      if (waiting[next]!.end > start) open.push(waiting[next]!)
    }
    if (start === end) return []
    if (open.length === 0) return [schema.text(text.slice(start, end))]
    return pieces(text, start, end, open)
  }
}

function pieces(text: string, start: number, end: number, marks: readonly Typography[]): Node[] {
  const edges = new Set([start, end])
  for (const mark of marks) {
    edges.add(Math.max(start, mark.start))
    edges.add(Math.min(end, mark.end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((to, i) => {
    const from = sorted[i]!
    const here = marks
      .filter((mark) => mark.start <= from && mark.end >= to)
      .reduce((set, mark) => toMark(mark).addToSet(set), Mark.none)
    return schema.text(text.slice(from, to), here)
  })
}

function toMark(mark: Typography): Mark {
  return mark.kind === 'link' ? schema.mark('link', { href: mark.href }) : schema.mark(mark.kind)
}
