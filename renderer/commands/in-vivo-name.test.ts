import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameInVivo } from './in-vivo-name.ts'

describe('nameInVivo', () => {
  it('leaves out the signs around the words and keeps those within', () => {
    expect(nameInVivo('“nobody will lose a home”,', 'en')).toBe('nobody will lose a home')
    expect(nameInVivo(' the council’s\n  “plan”\tfor us.', 'en')).toBe('the council’s “plan” for us')
  })

  it('cuts many words between two of them', () => {
    expect(nameInVivo('The tram pays for itself within nine years, as every survey we know says', 'en')).toBe(
      'The tram pays for itself within nine years, as…',
    )
  })

  it('cuts Chinese between words, and a single long word between whole characters', () => {
    expect(nameInVivo('我们认为这条电车线路在九年之内就能收回成本'.repeat(4), 'zh')).toMatch(
      /^我们认为.{30,46}…$/,
    )
    expect(nameInVivo('👩‍👩‍👧'.repeat(20), 'en')).toBe(`${'👩‍👩‍👧'.repeat(6)}…`)
  })

  it('is empty where there are no words', () => {
    expect(nameInVivo(' —“” ', 'no such language')).toBe('')
  })

  it('is short and made of the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const name = nameInVivo(words, '')
        expect(name.length).toBeLessThanOrEqual(51)
        expect(words.replace(/\s+/gu, ' ')).toContain(name.replace(/…$/, ''))
      }),
    )
  })
})
