import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/index.ts'
import { workbench } from '../store/workbench.ts'

const longestQuote = 60

/** What is said of an annotation one has come to: “Claim, 3 of 15: “we see no sign””, and what is to be filled in. */
export function nameOf(id: AnnotationId, view: DocumentView, awaits: readonly string[] = []): string {
  const name = workbench.getState().tags.find((tag) => tag.id === view.tagOf(id))?.name ?? ''
  const place = view.placeOf(id)
  const [first] = view.spansOf(id)
  const quote = first ? view.text.text.slice(first.start, first.end).replaceAll('\n', ' ') : ''
  const short = quote.length > longestQuote ? `${quote.slice(0, longestQuote).trimEnd()}…` : quote
  const number = place ? `, ${place.number} of ${place.of}` : ''
  return `${name}${number}: ${quoted(short)}${awaits.length > 0 ? `, still to fill in: ${awaits.join(', ')}` : ''}`
}

/** Words that begin with quotation marks keep their own. */
const quoted = (words: string): string => (/^[“„«"]/.test(words) ? words : `“${words}”`)
