import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationBrief } from '../../../preload/contract/annotation.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import {
  anyBrief,
  anyText,
  blocksTouched,
  brief,
  columnsOf,
  otherDocument,
  paragraphs,
} from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import type { TextIndex } from '../text/text-index.ts'
import { Annotations } from './annotations.ts'

const shown = () => true
const id = (number: number) => number as AnnotationId
const documentId = brief(1, 1, { start: 0, end: 1 }).documentId

/** What each block holds, in words. */
function lists(annotations: Annotations, index: TextIndex): string[] {
  const { rows } = annotations
  return Array.from({ length: index.blockCount }, (_, block) =>
    [...annotations.inBlock(block)]
      .map((row) => `${rows.annotation[row]}:${rows.tag[row]}:${rows.start[row]}-${rows.end[row]}`)
      .join(' '),
  )
}

const textWithBriefs = anyText
  .filter(({ text }) => text.length >= 6)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      before: fc.uniqueArray(anyBrief(text.text.length), { selector: (one) => one.id, maxLength: 20 }),
      patches: fc.array(
        fc.record({
          upserted: fc.uniqueArray(anyBrief(text.text.length), { selector: (one) => one.id, maxLength: 4 }),
          removed: fc.array(fc.integer({ min: 1, max: 30 }).map(id), { maxLength: 4 }),
        }),
        { maxLength: 6 },
      ),
    }),
  )

describe('annotations by block', () => {
  it('are those that reach into it, in reading order', () => {
    fc.assert(
      fc.property(textWithBriefs, ({ text, before }) => {
        const { index } = buildDocument(text)
        const annotations = new Annotations(index, columnsOf(before), shown)
        const { rows } = annotations
        for (let block = 0; block < index.blockCount; block++) {
          const here = [...annotations.inBlock(block)]
          const expected = before.flatMap((one) =>
            one.spans
              .filter((span) => blocksTouched(index, span).includes(block))
              .map(({ start }) => `${one.id}@${start}`),
          )
          expect(here.map((row) => `${rows.annotation[row]}@${rows.start[row]}`).sort()).toEqual(
            expected.sort(),
          )
          expect(here).toEqual(here.toSorted((a, b) => rows.compare(a, b)))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are the same after patches as when built anew', () => {
    fc.assert(
      fc.property(textWithBriefs, ({ text, before, patches }) => {
        const { index } = buildDocument(text)
        const patched = new Annotations(index, columnsOf(before), shown)
        const now = new Map<number, AnnotationBrief>(before.map((one) => [one.id, one]))
        for (const patch of patches) {
          patched.patch(patch, documentId)
          for (const gone of patch.removed) now.delete(gone)
          for (const one of patch.upserted) now.set(one.id, one)
        }
        const rebuilt = new Annotations(index, columnsOf([...now.values()]), shown)
        expect(lists(patched, index)).toEqual(lists(rebuilt, index))
        expect(patched.inReadingOrder(shown)).toEqual(rebuilt.inReadingOrder(shown))
        for (const one of now.values()) expect(patched.spansOf(one.id)).toEqual(one.spans)
      }),
      { numRuns: 100 },
    )
  })

  it('are counted by tag, whatever was patched', () => {
    fc.assert(
      fc.property(textWithBriefs, ({ text, before, patches }) => {
        const { index } = buildDocument(text)
        const annotations = new Annotations(index, columnsOf(before), shown)
        for (const patch of patches) annotations.patch(patch, documentId)
        const ids = annotations.inReadingOrder(shown)
        const counts = new Map<number, number>()
        for (const one of ids) {
          const tag = annotations.tagOf(one)!
          counts.set(tag, (counts.get(tag) ?? 0) + 1)
        }
        expect(new Map(annotations.rows.counts)).toEqual(counts)
      }),
      { numRuns: 60 },
    )
  })

  it('tell which blocks a patch changes, and no others', () => {
    fc.assert(
      fc.property(textWithBriefs, ({ text, before, patches }) => {
        const { index } = buildDocument(text)
        const annotations = new Annotations(index, columnsOf(before), shown)
        for (const patch of patches) {
          const then = lists(annotations, index)
          const { touched } = annotations.patch(patch, documentId)
          const now = lists(annotations, index)
          for (let block = 0; block < index.blockCount; block++) {
            if (now[block] !== then[block]) expect(touched).toContain(block)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('pass over those of other documents', () => {
    const { index } = buildDocument(paragraphs('one two'))
    const annotations = new Annotations(index, columnsOf([]), shown)
    const foreign = { ...brief(1, 1, { start: 0, end: 3 }), documentId: otherDocument }
    expect(annotations.patch({ upserted: [foreign], removed: [] }, documentId).touched.size).toBe(0)
    expect(annotations.at(1, shown)).toEqual([])
  })

  it('give a new annotation a lane that none of its neighbours has', () => {
    const { index } = buildDocument(paragraphs('one two three four five'))
    const annotations = new Annotations(
      index,
      columnsOf([brief(1, 1, { start: 0, end: 13 }), brief(2, 1, { start: 4, end: 7 })]),
      shown,
    )
    annotations.patch({ upserted: [brief(3, 1, { start: 5, end: 10 })], removed: [] }, documentId)
    const { rows } = annotations
    expect([1, 2, 3].map((one) => rows.lane[rows.rowsOf(one)[0]!])).toEqual([0, 1, 2])
  })

  it('have the lanes of hidden ones', () => {
    const { index } = buildDocument(paragraphs('one two three four five'))
    const annotations = new Annotations(
      index,
      columnsOf([brief(1, 1, { start: 0, end: 13 }), brief(2, 2, { start: 4, end: 7 })]),
      shown,
    )
    const laneOfLater = () => annotations.rows.lane[annotations.laidOutIn(0)[1]!]
    expect(laneOfLater()).toBe(1)
    annotations.layOutLanes((tag) => tag !== 1)
    expect(laneOfLater()).toBe(0)
  })
})

describe('annotations at a place', () => {
  const { index } = buildDocument(paragraphs('one two three', 'four five six'))
  const annotations = new Annotations(
    index,
    columnsOf([
      brief(1, 1, { start: 0, end: 20 }),
      brief(2, 2, { start: 4, end: 13 }),
      brief(3, 1, { start: 4, end: 7 }, { start: 19, end: 23 }),
    ]),
    shown,
  )

  it('come the shortest first', () => {
    expect(annotations.at(5, shown)).toEqual([3, 2, 1])
    expect(annotations.at(19, shown)).toEqual([3, 1])
  })

  it('begin at their first character and end before their end', () => {
    expect(annotations.at(4, shown)).toContain(3)
    expect(annotations.at(7, shown)).not.toContain(3)
  })

  it('leave out hidden tags', () => {
    expect(annotations.at(5, (tag) => tag !== 1)).toEqual([2])
  })
})

describe('the next annotation', () => {
  it('goes through all of them, there and back, in reading order', () => {
    fc.assert(
      fc.property(textWithBriefs, ({ text, before }) => {
        const { index } = buildDocument(text)
        const annotations = new Annotations(index, columnsOf(before), shown)
        const order = annotations.inReadingOrder(shown)
        const walk = (step: 1 | -1, first: AnnotationId | undefined) => {
          const met: AnnotationId[] = []
          for (
            let at = first ?? null;
            at !== null;
            at = annotations.neighbour({ annotation: at }, step, shown)
          ) {
            met.push(at)
          }
          return met
        }
        expect(walk(1, order[0])).toEqual(order)
        expect(walk(-1, order.at(-1))).toEqual(order.toReversed())
      }),
      { numRuns: 60 },
    )
  })

  it('starts from the caret', () => {
    const { index } = buildDocument(paragraphs('one two three', 'four five six'))
    const annotations = new Annotations(
      index,
      columnsOf([brief(1, 1, { start: 4, end: 7 }), brief(2, 2, { start: 19, end: 23 })]),
      shown,
    )
    expect(annotations.neighbour({ offset: 0 }, 1, shown)).toBe(1)
    expect(annotations.neighbour({ offset: 4 }, 1, shown)).toBe(1)
    expect(annotations.neighbour({ offset: 5 }, 1, shown)).toBe(2)
    expect(annotations.neighbour({ offset: 19 }, -1, shown)).toBe(1)
    expect(annotations.neighbour({ offset: 20 }, -1, shown)).toBe(2)
    expect(annotations.neighbour({ offset: 26 }, 1, shown)).toBeNull()
    expect(annotations.neighbour({ offset: 0 }, 1, (tag) => tag !== 1)).toBe(2)
  })
})

describe('numbers of annotations', () => {
  it('count through the text where they begin, also after patches', () => {
    fc.assert(
      fc.property(textWithBriefs, fc.boolean(), ({ text, before, patches }, isAskedBefore) => {
        const { index } = buildDocument(text)
        const annotations = new Annotations(index, columnsOf(before), shown)
        if (isAskedBefore) annotations.numbersIn(0)
        for (const patch of patches) annotations.patch(patch, documentId)
        const numbers = Array.from({ length: index.blockCount }, (_, block) => [
          ...annotations.numbersIn(block),
        ]).flat()
        const inOrder = annotations.inReadingOrder(shown)
        expect(numbers).toEqual(inOrder.map((one, i) => [one, i + 1]))
      }),
    )
  })
})
