import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { MarginCard } from '../../../preload/contract/margin.ts'
import { request } from '../../client.ts'
import type { DocumentView, Passage } from '../../document/index.ts'
import { showUnlessGone } from '../../store/notices.ts'
import { connectFeed, MarginFeed } from '../../store/reading/margin-feed.ts'
import { type MarginShown, useWorkbench } from '../../store/workbench.ts'
import type { CardLayout } from './card-layout.ts'
import type { Paintings } from './paintings.ts'

// Drawing new cards costs a part of a frame: they come as soon as one stops, and while one scrolls on only so often.
const pauseMs = 50
const longestMs = 500

/** A card as it is drawn. `number` ties it to its passage. */
export interface ShownCard extends MarginCard {
  number: number
}

/** The cards of passages in sight, in reading order; `kept` ones stay although there is nothing on them or they are out of sight. */
export function useCards(
  view: DocumentView,
  paintings: Paintings,
  layout: CardLayout,
  kept: readonly (AnnotationId | null)[],
): readonly ShownCard[] {
  const feed = useFeed(view)
  const cards = useSyncExternalStore(feed.subscribe, () => feed.cards)
  const passages = usePassages(view, paintings, layout, feed)
  const shows = useWorkbench((state) => state.margin)
  const [first = null, second = null] = kept
  return useMemo(
    () => cardsOf(withKept(passages, [first, second], layout), cards, shows, [first, second]),
    [passages, cards, shows, first, second, layout],
  )
}

function useFeed(view: DocumentView): MarginFeed {
  const feed = useMemo(() => {
    const documentId = view.text.id
    return new MarginFeed(
      documentId,
      (within) => request('margin.cards', { documentId, within }),
      showUnlessGone,
    )
  }, [view])
  useEffect(() => connectFeed(feed), [feed])
  return feed
}

function usePassages(
  view: DocumentView,
  paintings: Paintings,
  layout: CardLayout,
  feed: MarginFeed,
): readonly Passage[] {
  const [passages, setPassages] = useState<readonly Passage[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // As of a painting: between a change and the next one the view knows less.
    let now = view.passagesInSight()
    let lastRead = 0
    const read = () => {
      lastRead = performance.now()
      setPassages(now)
      const starts = now.map(({ id }) => startOf(view, id))
      // One that begins far above is no reason to ask for all that lies between.
      const [above, here] = now[0]?.height === 0 ? [starts.slice(0, 1), starts.slice(1)] : [[], starts]
      const [first = above[0], last = above[0]] = [here[0], here.at(-1)]
      if (first !== undefined && last !== undefined) feed.want({ start: first, end: last }, above)
    }
    const end = paintings.subscribe(() => {
      now = view.passagesInSight()
      layout.move(now)
      clearTimeout(timer)
      const dueMs = lastRead + longestMs - performance.now()
      timer = setTimeout(read, Math.max(0, Math.min(pauseMs, dueMs)))
    })
    read()
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [view, paintings, layout, feed])
  return passages
}

const startOf = (view: DocumentView, id: AnnotationId): number => view.spansOf(id)[0]?.start ?? 0

function withKept(
  passages: readonly Passage[],
  kept: readonly (AnnotationId | null)[],
  layout: CardLayout,
): readonly Passage[] {
  const missing = kept.flatMap((id) => {
    const known =
      id !== null && !passages.some((passage) => passage.id === id) ? layout.passage(id) : undefined
    return known ?? []
  })
  return missing.length === 0 ? passages : [...passages, ...missing].sort((a, b) => a.number - b.number)
}

function cardsOf(
  passages: readonly Passage[],
  cards: ReadonlyMap<AnnotationId, MarginCard>,
  shows: MarginShown,
  kept: readonly (AnnotationId | null)[],
): ShownCard[] {
  return passages.flatMap(({ id, number }) => {
    const card = cards.get(id)
    const note = shows.notes ? (card?.note ?? '') : ''
    const links = shows.links ? (card?.links ?? []) : []
    if (note === '' && links.length === 0 && !kept.includes(id)) return []
    return [{ annotation: id, number, note, links, linkCount: shows.links ? (card?.linkCount ?? 0) : 0 }]
  })
}
