import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Annotations } from '../painting/annotations.ts'
import { anyBrief, anyText, brief, columnsOf, paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import { answered, RailMarks, type RailSource, tagsPerRow, unanswered } from './marks.ts'

const claimTag = 1
const hiddenTag = 9

const sourceOf = (annotations: Annotations, answeredIds: readonly number[] = []): RailSource => ({
  annotations,
  isDrawn: (tag) => tag !== hiddenTag,
  isClaim: (tag) => tag === claimTag,
  isAnswered: (id) => answeredIds.includes(id),
})

/** Each block as high as the others. */
const evenTops = (blocks: number, height: number) =>
  Float64Array.from({ length: blocks + 1 }, (_, block) => (block * height) / blocks)

const tagsAt = (marks: RailMarks, y: number) =>
  [...marks.tags.subarray(y * tagsPerRow, (y + 1) * tagsPerRow)].filter((tag) => tag !== 0)

describe('the rows of a rail', () => {
  // Two blocks of ten characters, in rows 0 to 9 and 10 to 19.
  const { index } = buildDocument(paragraphs('0123456789', '0123456789'))
  const marksOf = (...briefs: ReturnType<typeof brief>[]) => {
    const marks = new RailMarks(index, evenTops(2, 20), 20)
    const source = sourceOf(new Annotations(index, columnsOf(briefs), () => true), [2])
    marks.setAnnotations(source)
    return marks
  }

  it('have the tags of what stands there, in proportion within a block', () => {
    const marks = marksOf(brief(1, 5, { start: 2, end: 6 }), brief(2, 6, { start: 4, end: 15 }))
    expect([1, 2, 4, 6, 8, 10, 14, 16].map((y) => tagsAt(marks, y))).toEqual([
      [],
      [5],
      [5, 6],
      [5, 6],
      [6],
      [6],
      [6],
      [],
    ])
  })

  it('tell answered claims from others, where they begin', () => {
    const marks = marksOf(
      brief(1, claimTag, { start: 0, end: 3 }),
      brief(2, claimTag, { start: 5, end: 14 }),
      brief(3, 5, { start: 7, end: 9 }),
    )
    expect([...marks.claims].flatMap((flags, y) => (flags ? [[y, flags]] : []))).toEqual([
      [0, unanswered],
      [5, answered],
    ])
  })

  it('leave out what is not drawn', () => {
    expect([...marksOf(brief(1, hiddenTag, { start: 0, end: 15 })).tags].every((tag) => tag === 0)).toBe(true)
  })

  it('have found passages, the current one apart', () => {
    const marks = marksOf()
    marks.setFound([0, 3, 13], 1)
    expect([...marks.found].flatMap((flag, y) => (flag ? [[y, flag]] : []))).toEqual([
      [0, 1],
      [3, 2],
      [12, 1],
    ])
  })
})

describe('after a change', () => {
  it('only the rows of the blocks it touched differ from before', () => {
    const cases = anyText
      .filter(({ text }) => text.length >= 6)
      .chain((text) =>
        fc.record({
          text: fc.constant(text),
          before: fc.uniqueArray(anyBrief(text.text.length), { selector: (one) => one.id, maxLength: 12 }),
          upserted: fc.uniqueArray(anyBrief(text.text.length), { selector: (one) => one.id, maxLength: 3 }),
          height: fc.integer({ min: 1, max: 60 }),
        }),
      )
    fc.assert(
      fc.property(cases, ({ text, before, upserted, height }) => {
        const { index } = buildDocument(text)
        const tops = evenTops(index.blockCount, height)
        const annotations = new Annotations(index, columnsOf(before), () => true)
        const source = sourceOf(annotations, [2, 4])
        const marks = new RailMarks(index, tops, height)
        marks.setAnnotations(source)
        const { touched } = annotations.patch(
          { upserted, removed: [] },
          brief(1, 1, { start: 0, end: 1 }).documentId,
        )
        if (touched.size > 0) {
          const { from, to } = marks.rowsOf(Math.min(...touched), Math.max(...touched))
          marks.setAnnotations(source, from, to)
        }
        const anew = new RailMarks(index, tops, height)
        anew.setAnnotations(source)
        expect([...marks.claims]).toEqual([...anew.claims])
        for (let y = 0; y < height; y++) expect(tagsAt(marks, y)).toEqual(tagsAt(anew, y))
      }),
      { numRuns: 100 },
    )
  })
})
