import { expect, it } from 'vitest'
import type * as Data from '../../dataset.ts'
import { tram } from '../../testing/tram.ts'
import { agreementIn } from './agreement.ts'

const by = (annotator: string, tag: string, start: number, end: number): Data.Annotation => ({
  ...tram.annotations[0]!,
  ...{ id: `${annotator} ${tag} ${start}`, document: 'statement', annotator, tag, spans: [{ start, end }] },
})
const within = (annotations: Data.Annotation[], length = 10) =>
  agreementIn({ ...tram, annotations }, () => length)

it('says nothing where everybody worked alone', () => {
  expect(within([by('ada', 'claim', 0, 5), { ...by('ben', 'claim', 0, 5), document: 'answer' }])).toBeNull()
})

it('is whole where two did the same', () => {
  const same = (annotator: string) => [by(annotator, 'claim', 0, 4), by(annotator, 'rebuttal', 5, 8)]
  expect(within([...same('ada'), ...same('ben')])).toEqual({
    documents: 1,
    pairs: [{ annotators: ['ada', 'ben'], documents: 1, annotations: [2, 2], exact: 1, overlapping: 1 }],
    tags: [
      { tag: 'claim', alpha: 1 },
      { tag: 'rebuttal', alpha: 1 },
    ],
  })
})

it('counts F1 and alpha as they are reckoned by hand', () => {
  // Ada: 0–4 and 6–8; Ben: 2–6, and the same 6–8.
  const found = within([
    ...[by('ada', 'claim', 0, 4), by('ada', 'claim', 6, 8)],
    ...[by('ben', 'claim', 2, 6), by('ben', 'claim', 6, 8)],
  ])!
  expect(found.pairs[0]).toMatchObject({ exact: 0.5, overlapping: 1 })
  // 20 values, 12 inside and 8 outside; at 4 of the 10 characters they differ: 1 − 19 · 4 / (12 · 8).
  expect(found.tags[0]!.alpha).toBeCloseTo(1 - (19 * 4) / 96, 12)
})

it('has no alpha where a tag is everywhere for everybody', () => {
  expect(within([by('ada', 'claim', 0, 10), by('ben', 'claim', 0, 10)])!.tags).toEqual([
    { tag: 'claim', alpha: null },
  ])
})
