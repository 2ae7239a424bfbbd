import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { codePoint } from '../../db/testing/code-point.ts'
import { codePointsOf } from './code-points.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('counting in code points', () => {
  it('agrees with counting character by character, both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => {
        const points = codePointsOf(text)
        const utf16 = [0]
        for (const character of text) utf16.push(utf16.at(-1)! + character.length)

        expect(points.length).toBe(utf16.length - 1)
        expect(utf16.map((_, point) => points.toUtf16(point))).toEqual(utf16)
        const known = Array.from({ length: text.length + 1 }, (_, offset) => points.fromUtf16(offset))
        expect(known.filter((point) => point !== undefined)).toEqual(utf16.map((_, point) => point))
        expect(utf16.every((offset, point) => known[offset] === point)).toBe(true)
      }),
    )
  })

  it('knows no offset outside the text', () => {
    const points = codePointsOf('a🙂')
    expect([points.fromUtf16(-1), points.fromUtf16(4), points.fromUtf16(0.5)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([points.toUtf16(-1), points.toUtf16(3)]).toEqual([undefined, undefined])
  })

  it('converts a hundred thousand offsets of six million characters without walking through them for each', () => {
    const text = 'The tram line 🚋 pays for itself. '.repeat(180_000)
    const started = performance.now()
    const points = codePointsOf(text)
    for (let offset = 0; offset < 100_000; offset += 1) points.toUtf16(points.fromUtf16(offset * 33) ?? 0)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  const torture = new URL('../../../shared/corpus/torture', import.meta.url)
  it.skipIf(!existsSync(new URL('spans.tsv', torture)))('agrees with the spans of the torture text', () => {
    const text = readFileSync(new URL('torture.txt', torture), 'utf8')
    const points = codePointsOf(text)
    const rows = readFileSync(new URL('spans.tsv', torture), 'utf8').trim().split('\n').slice(1)
    for (const row of rows) {
      const [, start, end, utf16Start, utf16End, byteStart, byteEnd] = row.split('\t').map(Number)
      expect([points.toUtf16(start!), points.toUtf16(end!)]).toEqual([utf16Start, utf16End])
      expect([points.fromUtf16(utf16Start!), points.fromUtf16(utf16End!)]).toEqual([start, end])
      expect(Buffer.from(text).subarray(byteStart, byteEnd).toString()).toBe(text.slice(utf16Start, utf16End))
    }
    expect(rows.length).toBeGreaterThan(5)
  })
})
