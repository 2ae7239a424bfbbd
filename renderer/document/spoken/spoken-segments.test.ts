import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { Annotations } from '../painting/annotations.ts'
import { noPassages, type Shown } from '../painting/strokes.ts'
import { TagPaint } from '../painting/tag-paint.ts'
import { anyAnnotatedText, brief, columnsOf, paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import type { LinkMark, ShownTag } from '../view.ts'
import { spokenIn } from './spoken-segments.ts'

const tags = new TagPaint()
const tag = (id: number, name: string, role: string, show = 'full') =>
  ({ id, name, role, color: '#2563eb', show }) as unknown as ShownTag
tags.set([
  tag(1, 'Claim', 'claim'),
  tag(2, 'Rebuttal', 'rebuttal'),
  tag(3, 'Framing', 'none', 'hidden'),
  tag(4, 'Premise', 'premise'),
])

const shownOver = (annotations: Annotations, answered: readonly number[] = []): Shown => ({
  annotations,
  links: new Map(
    answered.map((id): [AnnotationId, LinkMark] => [id as AnnotationId, { links: 1, answered: true }]),
  ),
  focused: null,
  hovered: null,
  pending: null,
  adjusting: null,
  copies: [],
  found: noPassages,
  currentFound: null,
  kept: null,
})

/** As it is heard. */
function heard(
  texts: string[],
  briefs: ReturnType<typeof brief>[],
  answered: readonly number[] = [],
): string[] {
  const text = paragraphs(...texts)
  const { index } = buildDocument(text)
  const shown = shownOver(new Annotations(index, columnsOf(briefs), tags.isShown), answered)
  return texts.map((_, block) => {
    let from = index.starts[block]!
    let words = ''
    for (const { start, end, before, after } of spokenIn(block, shown, index, tags)) {
      words += text.text.slice(from, start)
      words += `${before && `[${before}]`}${text.text.slice(start, end)}${after && `[${after}]`}`
      from = end
    }
    return words + text.text.slice(from, index.ends[block]!)
  })
}

describe('what is heard of annotations', () => {
  it('is where each begins and ends', () => {
    expect(heard(['It pays for itself.'], [brief(1, 1, { start: 3, end: 7 })], [1])).toEqual([
      'It [Claim, begin]pays[Claim, end] for itself.',
    ])
  })

  it('names each of those that lie over one another', () => {
    const stacked = [brief(1, 1, { start: 0, end: 7 }), brief(2, 4, { start: 3, end: 11 })]
    expect(heard(['It pays for itself.'], stacked)).toEqual([
      '[Claim, unanswered, begin]It [Premise, begin]pays[Claim, end] for[Premise, end] itself.',
    ])
    const nested = [brief(1, 2, { start: 3, end: 18 }), brief(2, 4, { start: 12, end: 18 })]
    expect(heard(['It pays for itself.'], nested)).toEqual([
      'It [Rebuttal, begin]pays for [Premise, begin]itself[Premise, end; Rebuttal, end].',
    ])
  })

  it('says that one goes on in the next paragraph, and which part of several it is', () => {
    expect(heard(['one two', 'three'], [brief(1, 4, { start: 4, end: 11 })])).toEqual([
      'one [Premise, begin]two',
      '[Premise, goes on]thr[Premise, end]ee',
    ])
    expect(heard(['one two three'], [brief(1, 4, { start: 0, end: 3 }, { start: 8, end: 13 })])).toEqual([
      '[Premise, part 1 of 2, begin]one[Premise, end] two [Premise, part 2 of 2, begin]three[Premise, end]',
    ])
  })

  it('leaves out hidden tags', () => {
    expect(heard(['one two'], [brief(1, 3, { start: 0, end: 3 })])).toEqual(['one two'])
  })

  it('covers exactly what is annotated, without overlaps, whatever lies where', () => {
    fc.assert(
      fc.property(anyAnnotatedText, ({ text, briefs }) => {
        const { index } = buildDocument(text)
        const shown = shownOver(new Annotations(index, columnsOf(briefs), tags.isShown))
        const spans = briefs.filter(({ tagId }) => tags.isShown(tagId)).flatMap(({ spans }) => spans)
        for (let block = 0; block < index.blockCount; block++) {
          const covered: number[] = []
          for (const { start, end } of spokenIn(block, shown, index, tags))
            for (let at = start; at < end; at++) covered.push(at)
          const expected = Array.from(
            { length: index.ends[block]! - index.starts[block]! },
            (_, i) => index.starts[block]! + i,
          ).filter((at) => spans.some(({ start, end }) => start <= at && at < end))
          expect(covered).toEqual(expected)
        }
      }),
      { numRuns: 60 },
    )
  })
})
