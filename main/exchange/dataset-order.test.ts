import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { codePoint } from '../../db/testing/code-point.ts'
import type { Link } from './dataset.ts'
import { afterTheirEnds, byCodePoint, inDatasetOrder } from './dataset-order.ts'
import { tram } from './testing/tram.ts'

vi.setConfig({ testTimeout: 60_000 })

const words = fc.string({ unit: codePoint, maxLength: 4 })

describe('the order of a dataset', () => {
  it('has ids in the order of their code points, as their UTF-8 bytes have', () => {
    expect(['🚋', '\ufffd', 'z', 'é', 'a', ''].sort(byCodePoint)).toEqual(['', 'a', 'z', 'é', '\ufffd', '🚋'])
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
    )
  })

  it('has annotations by document, start of the first span, end of the last, and id', () => {
    const [first] = tram.annotations
    const at = (id: string, document: string, ...spans: [number, number][]) => ({
      ...first!,
      ...{ id, document, spans: spans.map(([start, end]) => ({ start, end })) },
    })
    const ordered = [
      at('z', 'statement', [0, 9]),
      at('y', 'statement', [5, 6]),
      at('a', 'statement', [5, 6], [8, 9]),
      at('b', 'statement', [5, 9]),
      at('x', 'answer', [0, 1]),
    ]
    const shuffled = { ...tram, annotations: ordered.toReversed() }
    expect(inDatasetOrder(shuffled).annotations).toEqual(ordered)
  })
})

describe('links after those they point at', () => {
  const link = (id: string, target: string | null): Link => ({
    ...tram.links[0]!,
    id,
    target: target === null ? { claim: 'c' } : { link: target },
  })
  const idsOf = (links: readonly Link[], known: string[] = []) =>
    afterTheirEnds(links, (id) => known.includes(id)).map(({ id }) => id)

  it('come in whatever order they were given', () => {
    expect(idsOf([link('a', 'b'), link('b', 'c'), link('c', null)])).toEqual(['c', 'b', 'a'])
    expect(idsOf([link('a', 'known')], ['known'])).toEqual(['a'])
  })

  it('are left out when they lead nowhere or in a circle', () => {
    expect(
      idsOf([link('a', 'b'), link('b', 'gone'), link('c', 'd'), link('d', 'c'), link('e', null)]),
    ).toEqual(['e'])
  })

  it('may be a great many onto one', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => link(`l${index}`, 'one'))
    expect(afterTheirEnds([...many, link('one', null)], () => false).length).toBe(200_001)
  })

  it('may be a chain of a hundred thousand', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => link(`l${index}`, `l${index + 1}`))
    expect(afterTheirEnds([...chain, link('l100000', null)], () => false).length).toBe(100_001)
  })
})
