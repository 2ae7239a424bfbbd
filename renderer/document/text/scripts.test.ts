import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { beginAdjusting, moveBy, moveTo } from '../hand/adjusting.ts'
import { boundsOf } from '../hand/bounds.ts'
import { paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from './build-document.ts'

// Pieces whose characters, as readers see them, are several code units, alone or after what stands before them.
const pieces = [
  'كَتَبَ الطَّالِبُ',
  'لا إله',
  'הַמּוֹעָצָה',
  'שלום',
  'नमस्ते क्ष',
  'த்ரி கொ',
  'เก้าปี',
  '한국어',
  '한글',
  '收回成本。',
  '採算が、とれる',
  'e\u0301\u0323tude',
  '\u0301',
  ' \u0308',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇨🇭🇩🇪',
  '🇨🇭',
  '1️⃣',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '❤️‍🔥',
  '\u200d',
  '\ud83d',
  'plain words, and more.',
  '. ',
  ' ',
  'a',
] as const

const anyScript = fc
  .tuple(
    fc.array(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', 'ar', 'he', 'hi', 'th', 'ja', 'zh'),
  )
  .map(([blocks, language]) => ({ ...paragraphs(...blocks.map((parts) => parts.join(''))), language }))

const whole = (text: string): number[] => [
  ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
  text.length,
]

const units = ['character', 'word', 'sentence', 'paragraph'] as const

describe('in any script', () => {
  it('what is found around a place, and where steps lead, are whole characters', () => {
    fc.assert(
      fc.property(anyScript, fc.nat(), (text, anywhere) => {
        const { around, step, nearestEdge, snap } = boundsOf(
          text.text,
          text.language,
          text.blocks,
          buildDocument(text).index,
        )
        const edges = whole(text.text)
        const offset = edges[anywhere % edges.length]!
        const places = units.flatMap((unit) => {
          const span = around(anywhere % (text.text.length + 1), unit)
          return [
            ...(span ? [span.start, span.end] : []),
            ...([1, -1] as const).flatMap((direction) =>
              (['start', 'end'] as const).map((edge) => step(offset, unit, direction, edge)),
            ),
          ]
        })
        const selected = snap({ start: anywhere % (text.text.length + 1), end: text.text.length })
        if (selected) places.push(selected.start, selected.end)
        for (const edge of ['start', 'end'] as const)
          for (let at = 0; at <= text.text.length; at++)
            for (const unit of ['word', 'sentence'] as const) places.push(nearestEdge(at, edge, unit))
        for (const place of places) expect(edges).toContain(place)
      }),
      { numRuns: 300 },
    )
  })

  it('an end goes over whole characters, whether it is moved by key or dragged', () => {
    fc.assert(
      fc.property(
        anyScript.filter(({ text }) => whole(text).length > 3),
        fc.nat(),
        fc.nat(),
        fc.array(
          fc.oneof(
            fc.record({
              unit: fc.constantFrom(...units),
              direction: fc.constantFrom(1 as const, -1 as const),
            }),
            fc.record({ to: fc.nat(400) }),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        fc.constantFrom('start' as const, 'end' as const),
        (text, a, b, moves, edge) => {
          const bounds = boundsOf(text.text, text.language, text.blocks, buildDocument(text).index)
          const edges = whole(text.text)
          const first = a % (edges.length - 1)
          const last = first + 1 + (b % (edges.length - 1 - first))
          const spans = [{ start: edges[first]!, end: edges[last]! }]
          let state = beginAdjusting(1 as AnnotationId, spans, { span: 0, edge })
          for (const move of moves) {
            state =
              'to' in move
                ? moveTo(state, move.to % (text.text.length + 1), bounds, text.text.length)
                : moveBy(state, move.unit, move.direction, bounds, text.text.length)
            const { start, end } = state.spans[0]!
            expect(edges).toContain(start)
            expect(edges).toContain(end)
            expect(start).toBeLessThan(end)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
