import { expect, test } from 'vitest'
import type { Changed } from '../../../preload/contract/events.ts'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import type { MarginCard } from '../../../preload/contract/margin.ts'
import { MarginFeed, stretchLength } from './margin-feed.ts'

const here = 1 as DocumentId
const there = 2 as DocumentId
const id = (number: number) => number as AnnotationId

const card = (annotation: number, otherEnd?: { id: number; documentId: DocumentId }): MarginCard => ({
  annotation: id(annotation),
  note: 'a note',
  links: otherEnd
    ? [{ other: { kind: 'annotation', annotation: otherEnd } } as unknown as MarginCard['links'][number]]
    : [],
  linkCount: otherEnd ? 1 : 0,
})

const nothing: Changed = {
  history: { undo: null, redo: null },
  annotations: { upserted: [], removed: [] },
  links: { upserted: [], removed: [] },
  claims: { upserted: [], removed: [] },
  documents: [],
  lists: [],
}
const upserted = (annotation: number, documentId: DocumentId, start: number): Changed => ({
  ...nothing,
  annotations: {
    upserted: [{ id: id(annotation), documentId, spans: [{ start, end: start + 1 }] } as never],
    removed: [],
  },
  documents: [documentId],
})

/** A feed with the starts of the stretches it has asked for; `cards` says what each answer holds. */
function feedOf(cards: Record<number, MarginCard[]> = {}) {
  const asked: number[] = []
  const feed = new MarginFeed(
    here,
    async ({ start }) => {
      asked.push(start / stretchLength)
      return cards[start / stretchLength] ?? []
    },
    (cause) => {
      throw cause
    },
  )
  return { feed, asked, quiet: () => new Promise((resolve) => setTimeout(resolve)) }
}

const at = (stretch: number) => stretch * stretchLength + 5

test('what is in sight is asked for once and kept', async () => {
  const { feed, asked, quiet } = feedOf({ 1: [card(7)], 2: [card(8)] })
  feed.want({ start: at(1), end: at(2) })
  await quiet()
  feed.want({ start: at(1), end: at(1) })
  await quiet()
  expect(asked).toEqual([1, 2])
  expect([...feed.cards.keys()]).toEqual([7, 8])
})

test('a card whose passage begins far above is asked for without what lies between', async () => {
  const { feed, asked, quiet } = feedOf({ 2: [card(7)] })
  feed.want({ start: at(30), end: at(31) }, [at(2)])
  await quiet()
  expect(asked).toEqual([30, 31, 2])
  expect([...feed.cards.keys()]).toEqual([7])
})

test('what was scrolled past before its turn is not asked for', async () => {
  const { feed, asked, quiet } = feedOf()
  for (let stretch = 0; stretch < 30; stretch++) feed.want({ start: at(stretch), end: at(stretch) })
  await quiet()
  expect(asked).toEqual([0, 29])
})

test('a changed annotation has its stretch asked for again, and the one it was in before', async () => {
  const { feed, asked, quiet } = feedOf({ 0: [card(7)], 1: [card(8)], 2: [card(9)] })
  feed.want({ start: 0, end: at(2) })
  await quiet()
  asked.length = 0
  feed.hear(upserted(7, here, at(1)))
  await quiet()
  expect(asked).toEqual([0, 1])
})

test('what is out of sight is asked for again when it comes back', async () => {
  const { feed, asked, quiet } = feedOf({ 0: [card(7)] })
  feed.want({ start: 0, end: 0 })
  await quiet()
  feed.want({ start: at(5), end: at(5) })
  await quiet()
  asked.length = 0
  feed.hear(upserted(7, here, 5))
  await quiet()
  expect(asked).toEqual([])
  feed.want({ start: 0, end: 0 })
  await quiet()
  expect(asked).toEqual([0])
})

test('another end that reads differently has its card asked for again; what concerns nobody here does not', async () => {
  const { feed, asked, quiet } = feedOf({ 0: [card(7, { id: 20, documentId: there })], 1: [card(8)] })
  feed.want({ start: 0, end: at(1) })
  await quiet()
  asked.length = 0
  feed.hear(upserted(99, 3 as DocumentId, 0))
  await quiet()
  expect(asked).toEqual([])
  feed.hear(upserted(20, there, 0))
  await quiet()
  expect(asked).toEqual([0])
})

test('a new link may be anywhere', async () => {
  const { feed, asked, quiet } = feedOf()
  feed.want({ start: 0, end: at(1) })
  await quiet()
  asked.length = 0
  feed.hear({ ...nothing, links: { upserted: [1 as never], removed: [] } })
  await quiet()
  expect(asked).toEqual([0, 1])
})

test('a change while the answer is on its way has it asked for once more', async () => {
  const { feed, asked, quiet } = feedOf({ 0: [card(7)] })
  feed.want({ start: 0, end: 0 })
  await quiet()
  feed.hear(upserted(7, here, 5))
  feed.hear(upserted(7, here, 5))
  await quiet()
  expect(asked).toEqual([0, 0, 0])
})
