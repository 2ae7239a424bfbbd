import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { cell } from './csv-cell.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('a cell', () => {
  it('is never a formula when it comes from words', () => {
    for (const words of ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@a"]) {
      expect(cell(words)).toBe(`'${words}`)
    }
  })

  it('leaves other words, numbers and yes or no as they are', () => {
    expect(['claim', "'tis", "rock 'n' roll", '', 'a=b'].map(cell)).toEqual([
      'claim',
      "'tis",
      "rock 'n' roll",
      '',
      'a=b',
    ])
    expect([-1.5, 0, 1e21, true, false, null].map(cell)).toEqual(['-1.5', '0', '1e+21', 'true', 'false', ''])
  })

  it('gives its words back when one apostrophe before a sign is taken away', () => {
    const sign = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a')
    fc.assert(
      fc.property(
        fc.array(sign).map((parts) => parts.join('')),
        (words) => {
          expect(cell(words).replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')).toBe(words)
        },
      ),
    )
  })
})
