import type { StructuredText } from '../../../preload/contract/text.ts'
import type { Dataset } from '../dataset.ts'
import type { Touched } from './annotation-format.ts'
import { touched } from './losses.ts'

/** A text of which nothing is known but its words: each line a paragraph. Line ends must be `\n`. */
export function plainText(text: string): StructuredText {
  const blocks: StructuredText['blocks'] = []
  let start = 0
  for (;;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    blocks.push({ kind: 'paragraph', start, end })
    if (found < 0) return { text, blocks, marks: [], breaks: [] }
    start = end + 1
  }
}

/** The documents that become something else as what `plainOf` makes of their words. Reads every text. */
export function structuredDocuments({ documents, textOf }: Dataset, plainOf = plainText): Touched[] {
  return touched('document', documents, ({ id }) => isStructured(textOf(id), plainOf))
}

/** Whether a text is more than what `plainOf` makes of its words. */
export function isStructured(
  { text, blocks, marks, breaks }: StructuredText,
  plainOf: (text: string) => StructuredText,
): boolean {
  const plain = plainOf(text)
  const isPlain =
    marks.length === 0 &&
    blocks.length === plain.blocks.length &&
    blocks.every(({ kind, start, end }, index) => {
      const block = plain.blocks[index]!
      return kind === block.kind && start === block.start && end === block.end
    }) &&
    breaks.length === plain.breaks.length &&
    breaks.every(
      ({ kind, at }, index) => kind === plain.breaks[index]!.kind && at === plain.breaks[index]!.at,
    )
  return !isPlain
}
