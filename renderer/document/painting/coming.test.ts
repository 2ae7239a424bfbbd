import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationBrief } from '../../../preload/contract/annotation.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { anyBrief, anyText, brief, columnsOf, paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import { Annotations } from './annotations.ts'

const shown = () => true
const { documentId } = brief(1, 1, { start: 0, end: 1 })

/** A text, what is annotated in it, and annotations to come, whose numbers are above all others. */
const textAndComing = anyText
  .filter(({ text }) => text.length >= 6)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      before: fc.uniqueArray(anyBrief(text.text.length), { selector: (one) => one.id, maxLength: 12 }),
      coming: fc
        .uniqueArray(anyBrief(text.text.length), { selector: looks, minLength: 1, maxLength: 4 })
        .map((all) => all.map((one, i) => ({ ...one, id: (1000 + i) as AnnotationId }))),
    }),
  )
  .map(({ before, coming, ...rest }) => {
    const there = new Set(before.map(looks))
    return { ...rest, before, coming: coming.filter((one) => !there.has(looks(one))) }
  })

function looks({ tagId, spans }: AnnotationBrief): string {
  return JSON.stringify([tagId, spans])
}

/** All that can be seen and asked, block by block. */
function told(annotations: Annotations, blocks: number) {
  const { rows } = annotations
  return {
    drawn: Array.from({ length: blocks }, (_, block) =>
      [...annotations.laidOutIn(block)].map((row) => [
        rows.annotation[row],
        rows.tag[row],
        rows.start[row],
        rows.end[row],
        rows.lane[row],
      ]),
    ),
    numbers: Array.from({ length: blocks }, (_, block) => [...annotations.numbersIn(block)]),
    counts: [...rows.counts].sort(),
    order: annotations.inReadingOrder(shown),
  }
}

describe('an annotation that is expected', () => {
  it('is, once it has come, as if it had never been expected, and nothing is to be drawn again', () => {
    fc.assert(
      fc.property(textAndComing, ({ text, before, coming }) => {
        const { index } = buildDocument(text)
        const expecting = new Annotations(index, columnsOf(before), shown)
        const plain = new Annotations(index, columnsOf(before), shown)
        for (const { tagId, spans } of coming) expecting.expect(tagId, spans)
        for (const one of coming) {
          const { touched, arrived } = expecting.patch({ upserted: [one], removed: [] }, documentId)
          expect([...touched]).toEqual([])
          expect(arrived).toEqual(plain.patch({ upserted: [one], removed: [] }, documentId).touched)
        }
        expect(told(expecting, index.blockCount)).toEqual(told(plain, index.blockCount))
      }),
      { numRuns: 100 },
    )
  })

  it('lies in reading order, in whatever order those come that were expected', () => {
    const { index } = buildDocument(paragraphs('one two three'))
    const annotations = new Annotations(index, columnsOf([]), shown)
    const [first, second] = [brief(1001, 1, { start: 4, end: 7 }), brief(1000, 2, { start: 4, end: 7 })]
    for (const { tagId, spans } of [first, second]) annotations.expect(tagId, spans)
    for (const one of [second, first]) annotations.patch({ upserted: [one], removed: [] }, documentId)
    expect(annotations.inReadingOrder(shown)).toEqual([1000, 1001])
  })

  it('leaves nothing behind where it does not come', () => {
    fc.assert(
      fc.property(textAndComing, ({ text, before, coming }) => {
        const { index } = buildDocument(text)
        const annotations = new Annotations(index, columnsOf(before), shown)
        const then = told(annotations, index.blockCount)
        const expected = coming.map(({ tagId, spans }) => annotations.expect(tagId, spans)!)
        for (const { id, touched } of expected) expect(annotations.giveUp(id)).toEqual(touched)
        expect(told(annotations, index.blockCount)).toEqual(then)
      }),
      { numRuns: 100 },
    )
  })

  it('is drawn, and neither clicked nor stopped at nor named', () => {
    const { index } = buildDocument(paragraphs('one two three'))
    const annotations = new Annotations(index, columnsOf([brief(1, 1, { start: 8, end: 13 })]), shown)
    annotations.expect(brief(2, 2, { start: 4, end: 7 }).tagId, [{ start: 4, end: 7 }])
    expect(annotations.inBlock(0)).toHaveLength(2)
    expect(annotations.at(5, shown)).toEqual([])
    expect(annotations.inReadingOrder(shown)).toEqual([1])
    expect(annotations.neighbour({ offset: 0 }, 1, shown)).toBe(1)
    expect([...annotations.numbersIn(0)]).toEqual([[1, 2]])
  })

  it('is not drawn over the very same, which the project refuses', () => {
    const { index } = buildDocument(paragraphs('one two three'))
    const there = brief(1, 1, { start: 4, end: 7 })
    const annotations = new Annotations(index, columnsOf([there]), shown)
    expect(annotations.expect(there.tagId, there.spans)).toBeNull()
    expect(annotations.inBlock(0)).toHaveLength(1)
  })

  it('is not taken away when it has come', () => {
    const { index } = buildDocument(paragraphs('one two three'))
    const annotations = new Annotations(index, columnsOf([]), shown)
    const coming = brief(1000, 1, { start: 4, end: 7 })
    const expected = annotations.expect(coming.tagId, coming.spans)!
    annotations.patch({ upserted: [coming], removed: [] }, documentId)
    expect(annotations.giveUp(expected.id).size).toBe(0)
    expect(annotations.at(5, shown)).toEqual([1000])
  })
})
