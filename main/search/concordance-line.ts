import type { DocumentId } from '../../preload/contract/ids.ts'
import type { ConcordanceLine } from '../../preload/contract/search.ts'
import type { Corpus } from './corpus.ts'
import type { Hits } from './hits.ts'

/** Code units to each side: more than a wide window shows. */
const context = 160
const longestHit = 400

/** A hit with what stands around it. */
export function concordanceLine(hits: Hits, row: number, corpus: Corpus): ConcordanceLine {
  const documentId = hits.document[row]! as DocumentId
  const [start, end] = [hits.start[row]!, hits.end[row]!]
  const text = corpus.get(documentId)?.text ?? ''
  const shown = end - start > longestHit ? whole(text, start + longestHit, -1) : end
  return {
    documentId,
    start,
    end,
    left: inOneLine(text.slice(whole(text, Math.max(0, start - context), 1), start)),
    hit: inOneLine(text.slice(start, shown)) + (shown < end ? '…' : ''),
    right: inOneLine(text.slice(end, whole(text, Math.min(text.length, end + context), -1))),
  }
}

/** The offset, or the next one to a side where it would part a surrogate pair. */
function whole(text: string, offset: number, side: 1 | -1): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + side : offset
}

const inOneLine = (text: string) => text.replace(/[\n\t\u2028]/g, ' ')
