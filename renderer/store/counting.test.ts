import { describe, expect, it } from 'vitest'
import { countOf, countWords } from './counting.ts'

describe('countWords', () => {
  it('counts as the language divides words', () => {
    expect(countWords({ text: 'The tram, at last, runs.', language: 'en' }, { start: 0, end: 24 })).toBe(5)
    expect(countWords({ text: '論点は反対する', language: 'ja' }, { start: 0, end: 7 })).toBeGreaterThan(1)
  })

  it('counts a part of the text alone, and takes a language that is none', () => {
    expect(countWords({ text: 'one two three', language: '!' }, { start: 4, end: 13 })).toBe(2)
  })
})

describe('countOf', () => {
  it('puts the noun in its number', () => {
    expect(countOf(1, 'word')).toBe('1 word')
    expect(countOf(1200, 'word')).toBe('1,200 words')
  })
})
