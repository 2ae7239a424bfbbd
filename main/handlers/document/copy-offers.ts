import type { Repositories } from '../../../db/repositories/index.ts'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import { type CarryOffer, mostOffers, type Passage } from '../../../preload/contract/copy.ts'
import type { DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { carrier } from '../../copies/carry-over.ts'
import { inSlices } from '../../slices.ts'

/** An annotation there with the same tag over that share of the place is the same one. */
const sameShare = 0.7

type Place = Pick<Annotation, 'tagId' | 'spans'>

/** Annotations within some of the copies that the others lack, by the passage they would come to. In slices. */
export async function copyOffers(
  { annotations, dismissedCopies, documents, links, memos }: Repositories,
  passages: readonly Passage[],
): Promise<CarryOffer[]> {
  const slices = inSlices()
  const texts = new Map<DocumentId, string>()
  const inDocument = new Map<DocumentId, Annotation[]>()
  for (const { documentId } of passages) {
    if (texts.has(documentId)) continue
    texts.set(documentId, documents.plainText(documentId))
    inDocument.set(documentId, annotations.listByDocument(documentId))
    await slices.rest()
  }
  const within = passages.map(({ documentId, span }) =>
    inDocument
      .get(documentId)!
      .filter(({ spans }) => isWithin(spans, withMarks(texts.get(documentId)!, span))),
  )
  const side = ({ documentId, span }: Passage) => {
    const text = texts.get(documentId)!
    return { text, span: withMarks(text, span) }
  }

  const offers: CarryOffer[] = []
  let open = 0
  for (const [at, passage] of passages.entries()) {
    if (open >= mostOffers) break
    const there: Place[] = [...inDocument.get(passage.documentId)!]
    const own: CarryOffer[] = []
    for (const [from, source] of passages.entries()) {
      if (from === at || source.documentId === passage.documentId || within[from]!.length === 0) continue
      const carry = carrier(side(source), side(passage))
      await slices.rest()
      for (const annotation of within[from]!) {
        const carried = carry(annotation.spans)
        if (!carried) continue
        const { spans, words, same, isCertain } = carried
        const place = { tagId: annotation.tagId, spans }
        if (there.some((one) => isSame(one, place))) continue
        there.push(place)
        const quote = spans.map(({ start, end }) => texts.get(passage.documentId)!.slice(start, end))
        own.push({
          annotation: {
            ...offered(annotation),
            memos: memos.listAbout({ annotation: annotation.id }).length,
            links: links.listByEnd({ annotation: annotation.id }).length,
          },
          to: { documentId: passage.documentId, spans, quote },
          words,
          same,
          isCertain,
          isDismissed: isDismissed(annotation, passage.documentId, quote.join(' … ')),
        })
      }
    }
    open += own.filter((offer) => !offer.isDismissed).length
    offers.push(...own.sort((a, b) => a.to.spans[0]!.start - b.to.spans[0]!.start))
  }
  let wanted = mostOffers
  return offers.filter(({ isDismissed }) => isDismissed || wanted-- > 0)

  function isDismissed({ id }: Annotation, documentId: DocumentId, quote: string): boolean {
    return dismissedCopies.of(id).some((one) => one.documentId === documentId && one.quote === quote)
  }
}

function offered({ attributes, uid: _, created: __, ...annotation }: Annotation) {
  return { ...annotation, attributes: Object.keys(attributes).length }
}

/** With the marks and spaces around it: an annotation may begin with a quotation mark. */
function withMarks(text: string, { start, end }: Span): Span {
  let [first, last] = [start, end]
  while (first > 0 && !wordSign.test(text[first - 1]!)) first -= 1
  while (last < text.length && !wordSign.test(text[last]!)) last += 1
  return { start: first, end: last }
}

const wordSign = /[\p{L}\p{N}\p{Cs}]/u

const isWithin = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.every((span) => span.start >= start && span.end <= end)

function isSame(a: { tagId: TagId; spans: readonly Span[] }, b: { tagId: TagId; spans: readonly Span[] }) {
  if (a.tagId !== b.tagId) return false
  const [one, other] = [hull(a.spans), hull(b.spans)]
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return both >= sameShare * (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}

const hull = (spans: readonly Span[]): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end })
