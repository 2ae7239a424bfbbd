import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse.ts'
import { wordsOf } from './words.ts'

const node = (query: string) => {
  const parsed = parseQuery(query)
  return 'node' in parsed ? parsed.node : parsed.problem
}
const words = (...all: string[]) => ({ kind: 'words', words: all })

describe('the language of searches', () => {
  it('reads words, phrases and prefixes', () => {
    expect(node('  ')).toBeNull()
    expect(node('tram')).toEqual(words('tram'))
    expect(node('“the tram line”')).toEqual(words('the', 'tram', 'line'))
    expect(node('tax*')).toEqual(words('tax*'))
    expect(node("don't")).toEqual(words('don', 't'))
    expect(node('1,000')).toEqual(words('1', '000'))
    expect(node('tram cost -noise')).toEqual({
      kind: 'all',
      parts: [words('tram'), words('cost')],
      without: [words('noise')],
    })
  })

  it('reads OR, brackets, NEAR and expressions', () => {
    expect(node('tram OR bus line')).toEqual({
      kind: 'any',
      parts: [words('tram'), { kind: 'all', parts: [words('bus'), words('line')], without: [] }],
    })
    expect(node('(a OR b) c')).toMatchObject({ kind: 'all', parts: [{ kind: 'any' }, words('c')] })
    expect(node('NEAR(tram "no cost", 5)')).toEqual({
      kind: 'near',
      parts: [words('tram'), words('no', 'cost')],
      distance: 5,
    })
    expect(node('NEAR(a b)')).toMatchObject({ distance: 10 })
    expect(node(String.raw`/\d+\/\d[/)]/`)).toEqual({ kind: 'expression', source: String.raw`\d+/\d[/)]` })
    expect(node('near or not')).toMatchObject({
      kind: 'all',
      parts: [words('near'), words('or'), words('not')],
    })
    expect(node('co-operate')).toEqual(words('co', 'operate'))
  })

  it('says what is wrong and what to do', () => {
    for (const [query, said] of [
      ['"tram', 'quotation mark'],
      ['(tram', 'Write “)”'],
      ['tram)', 'not opened'],
      ['tram OR', 'both sides'],
      ['OR tram', 'both sides'],
      ['-tram', 'Say also'],
      ['NEAR(tram, 5)', 'NEAR takes'],
      ['NEAR(tram cost 5', 'NEAR takes'],
      ['/tram', 'Write “/”'],
      ['/(tram/', 'opened and not closed'],
      ['//', 'nothing between the slashes'],
      ['*', 'at least one letter'],
      ['tram - cost', 'no letter'],
      ['()', 'nothing between the brackets'],
    ] as const) {
      const parsed = parseQuery(query)
      expect('problem' in parsed && parsed.problem, query).toContain(said)
    }
  })
})

describe('words', () => {
  it('end at signs and belong to their marks', () => {
    expect(wordsOf('L’été, co-op_1 e\u0301t\u00e9!')).toEqual(['L', 'été', 'co', 'op_1', 'e\u0301t\u00e9'])
    expect(wordsOf('re\u00adport\u00ad. 𝒜b')).toEqual(['re\u00adport', '𝒜b'])
  })

  it('are single characters where a script writes no spaces', () => {
    expect(wordsOf('電車abc が')).toEqual(['電', '車', 'abc', 'が'])
    expect(wordsOf('กำ')).toHaveLength(2)
  })
})
