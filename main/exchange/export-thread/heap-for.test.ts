import { describe, expect, it } from 'vitest'
import { formats } from '../formats/index.ts'
import { heapFor } from './heap-for.ts'

const sizes = { records: 300_000, longest: 20_000, besideTexts: 100_000_000, mostAnnotations: 500 }

describe('the heap of an export', () => {
  it('is small enough that little is left lying about, for what goes record by record', () => {
    const small = formats.filter(({ name }) => heapFor(name, sizes) < 280).map(({ name }) => name)
    expect(small.sort()).toEqual([
      'aif',
      'brat',
      'csv',
      'prodigy',
      'refi-qda',
      'rejoinder-jsonl',
      'web-annotation',
      'webanno-tsv',
      'xaif',
    ])
  })

  it.each(formats.map(({ name }) => name))('grows with the project, as %s', (name) => {
    const usual = heapFor(name, sizes)
    expect(heapFor(name, { ...sizes, records: 600_000 })).toBeGreaterThanOrEqual(usual + 300)
    expect(heapFor(name, { ...sizes, longest: 10_000_000 })).toBeGreaterThan(usual + 1_900)
    expect(heapFor(name, { ...sizes, records: 100_000_000 })).toBe(3_800)
  })

  it('is large enough for records with long notes', () => {
    const notes = 500_000_000
    expect(heapFor('brat', { ...sizes, besideTexts: sizes.besideTexts + notes })).toBe(40 + 1_200 + 4)
  })

  it('is large enough for the rows of a text in which all annotations lie', () => {
    const inOneText = { ...sizes, mostAnnotations: 200_000 }
    expect(heapFor('webanno-tsv', inOneText)).toBeGreaterThan(1_800)
    for (const format of ['prodigy', 'refi-qda']) {
      expect(heapFor(format, inOneText)).toBeGreaterThan(heapFor(format, sizes) + 400)
    }
    expect(heapFor('brat', inOneText)).toBe(heapFor('brat', sizes))
  })

  it('holds the program itself where there are few records', () => {
    expect(heapFor('brat', { ...sizes, records: 5_000, besideTexts: 1_000_000 })).toBe(160 + 4)
  })
})
