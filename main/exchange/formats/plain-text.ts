import type { StructuredText } from '../../../preload/contract/text.ts'
import type { Dataset } from '../dataset.ts'
import type { Touched } from './annotation-format.ts'

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

/** The documents that become something else as plain text. Reads every text. */
export function structuredDocuments({ documents, textOf }: Dataset): Touched[] {
  return documents.filter(({ id }) => !isPlain(textOf(id))).map(({ id }) => ({ kind: 'document', id }))
}

function isPlain({ text, blocks, marks, breaks }: StructuredText): boolean {
  if (marks.length + breaks.length > 0) return false
  const plain = plainText(text).blocks
  return (
    plain.length === blocks.length &&
    blocks.every(({ kind, start }, index) => kind === 'paragraph' && plain[index]!.start === start)
  )
}
