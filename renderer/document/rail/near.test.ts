import { expect, it } from 'vitest'
import { Annotations } from '../painting/annotations.ts'
import { TagPaint } from '../painting/tag-paint.ts'
import { brief, columnsOf, paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import type { ShownTag } from '../view.ts'
import { RailMarks, type RailSource } from './marks.ts'
import { marksNear, wordsFor } from './near.ts'

const long = 'x'.repeat(100)
const { index } = buildDocument(paragraphs(long, long))
const marks = new RailMarks(index, Float64Array.from([0, 100, 200]), 200)
const annotations = new Annotations(
  index,
  columnsOf([
    brief(1, 1, { start: 20, end: 30 }),
    brief(2, 2, { start: 22, end: 180 }),
    brief(3, 1, { start: 24, end: 26 }),
    brief(4, 3, { start: 60, end: 70 }),
  ]),
  () => true,
)
const source: RailSource = {
  annotations,
  isDrawn: (tag) => tag !== 3,
  isClaim: (tag) => tag === 1,
  isAnswered: (id) => id === 1,
}
const found = { start: Int32Array.from([25]), end: Int32Array.from([30]) }
const shown = { found, copies: [{ start: 100, end: 106, documents: 3 }] }

it('is the nearest of each kind, with how many there are', () => {
  const near = marksNear(marks, source, shown, 23)!
  expect(near.annotation).toEqual({ start: 22, end: 180 })
  expect(near.claim).toEqual({ start: 24, end: 26 })
  expect(near.found).toEqual({ start: 25, end: 30 })
  expect([...near.counts]).toEqual([
    [1, 2],
    [2, 1],
  ])
  expect(near.unanswered).toBe(1)
})

it('is nothing where no shown annotation begins', () => {
  expect(marksNear(marks, source, shown, 62)).toBeNull()
  expect(marksNear(marks, source, shown, 110)).toBeNull()
})

it('is told with the most frequent tag first', () => {
  const tags = new TagPaint()
  const asShown = (id: number, name: string) => ({ id, name, color: '#2563eb', role: 'none', show: 'full' })
  tags.set([asShown(1, 'Claim'), asShown(2, 'Premise')] as unknown as ShownTag[])
  expect(wordsFor(marksNear(marks, source, shown, 23)!, tags)).toBe(
    'Claim 2\nPremise 1\n1 unanswered\nFound 1',
  )
  expect(wordsFor(marksNear(marks, source, shown, 103)!, tags)).toBe('Stands also in 3 documents')
})
