import type { Changed } from '../../../preload/contract/events.ts'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import type { MarginCard } from '../../../preload/contract/margin.ts'
import type { Span } from '../../../preload/contract/text.ts'

/** Code units of text whose cards come with one request: two or three screens. */
export const stretchLength = 8192

/** Of stretches; the ones shown last are kept. */
const mostKept = 48

interface Stretch {
  cards: MarginCard[]
  /** Something in it may read differently; what is there is shown until the answer has come. */
  isStale: boolean
}

type Ask = (within: Span) => Promise<MarginCard[]>

/**
 * The cards of one document, asked for by stretches of its text as they come into sight and kept. One request at a
 * time; of those that wait only the latest counts, since the person has scrolled on.
 */
export class MarginFeed {
  readonly documentId: DocumentId
  readonly #ask: Ask
  readonly #failed: (cause: unknown) => void
  readonly #stretches = new Map<number, Stretch>()
  readonly #listeners = new Set<() => void>()
  #byId = new Map<AnnotationId, MarginCard>()
  #wanted: number[] = []
  #isAsking = false

  constructor(documentId: DocumentId, ask: Ask, failed: (cause: unknown) => void) {
    this.documentId = documentId
    this.#ask = ask
    this.#failed = failed
  }

  /** The cards that are at hand, by annotation. Another map whenever one of them is another. */
  get cards(): ReadonlyMap<AnnotationId, MarginCard> {
    return this.#byId
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A stretch of the text is in sight, or the cards of annotations that begin at `alsoAt` are. */
  want({ start, end }: { start: number; end: number }, alsoAt: readonly number[] = []): void {
    const first = Math.floor(start / stretchLength)
    const last = Math.floor(end / stretchLength)
    const here = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    this.#wanted = [...new Set([...here, ...alsoAt.map((offset) => Math.floor(offset / stretchLength))])]
    this.#askNext()
  }

  /** After a commit; what it may have touched is asked for again, at once where it is in sight. */
  hear(changed: Changed): void {
    const mayTouch = this.#touchedBy(changed)
    if (mayTouch === 'all') for (const stretch of this.#stretches.values()) stretch.isStale = true
    else for (const at of mayTouch) this.#markStale(at)
    this.#askNext()
  }

  #markStale(at: number): void {
    const stretch = this.#stretches.get(at)
    if (stretch) stretch.isStale = true
  }

  #touchedBy({ annotations, links, claims, documents, lists }: Changed): 'all' | Set<number> {
    const isWide =
      annotations === null ||
      links.upserted.length + links.removed.length + claims.upserted.length + claims.removed.length > 0 ||
      lists.some((list) => list === 'document' || list === 'link-type')
    if (isWide) return 'all'

    const ids = new Set([...annotations.upserted, ...annotations.removed].map(({ id }) => id))
    const others = new Set(documents ?? [])
    const touched = new Set<number>()
    for (const { documentId, spans } of annotations.upserted) {
      if (documentId === this.documentId) touched.add(Math.floor(spans[0]!.start / stretchLength))
    }
    for (const [at, { cards }] of this.#stretches) {
      if (cards.some((card) => speaksOf(card, ids, others))) touched.add(at)
    }
    return touched
  }

  async #askNext(): Promise<void> {
    if (this.#isAsking) return
    const at = this.#wanted.find((stretch) => this.#stretches.get(stretch)?.isStale !== false)
    if (at === undefined) return
    this.#isAsking = true
    this.#stretches.set(at, { cards: this.#stretches.get(at)?.cards ?? [], isStale: false })
    try {
      const cards = await this.#ask({ start: at * stretchLength, end: (at + 1) * stretchLength })
      this.#keep(at, { cards, isStale: this.#stretches.get(at)?.isStale ?? false })
    } catch (cause) {
      this.#keep(at, { cards: [], isStale: false })
      this.#failed(cause)
    }
    this.#isAsking = false
    this.#askNext()
  }

  #keep(at: number, stretch: Stretch): void {
    this.#stretches.delete(at)
    this.#stretches.set(at, stretch)
    for (const oldest of this.#stretches.keys()) {
      if (this.#stretches.size <= mostKept) break
      if (!this.#wanted.includes(oldest)) this.#stretches.delete(oldest)
    }
    this.#byId = new Map(
      [...this.#stretches.values()].flatMap(({ cards }) => cards.map((card) => [card.annotation, card])),
    )
    for (const listener of this.#listeners) listener()
  }
}

/** Whether a card is of one of these annotations, or shows one of them or of these documents at another end. */
function speaksOf(
  { annotation, links }: MarginCard,
  ids: ReadonlySet<AnnotationId>,
  documents: ReadonlySet<DocumentId>,
): boolean {
  if (ids.has(annotation)) return true
  return links
    .flatMap((link) => [link, ...(link.onto ?? [])])
    .some(
      ({ other }) =>
        other.kind === 'annotation' &&
        (ids.has(other.annotation.id) || documents.has(other.annotation.documentId)),
    )
}

const feeds = new Set<MarginFeed>()

/** Has a feed hear of commits; returns what ends that. */
export function connectFeed(feed: MarginFeed): () => void {
  feeds.add(feed)
  return () => feeds.delete(feed)
}

export function tellFeeds(changed: Changed): void {
  for (const feed of feeds) feed.hear(changed)
}
