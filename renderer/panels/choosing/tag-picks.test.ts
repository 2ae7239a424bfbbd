import { describe, expect, it } from 'vitest'
import type { Tag } from '../../../preload/contract/tag.ts'
import { fittingTags, isNameOf } from './tag-picks.ts'

const tag = (name: string, key = '', definition = '') => ({ name, key, definition }) as Tag
const tags = [
  tag('Rebuttal', 'r', 'Denies a claim.'),
  tag('Claim', '1'),
  tag('Counter-claim', 'c'),
  tag('Évidence', '', 'A fact'),
]
const names = (typed: string) => fittingTags(tags, typed).map(({ name }) => name)

describe('fittingTags', () => {
  it('puts a key before names, beginnings before middles, and definitions last', () => {
    expect(names('claim')).toEqual(['Claim', 'Counter-claim', 'Rebuttal'])
    expect(names('c')[0]).toBe('Counter-claim')
    expect(names('1')).toEqual(['Claim'])
  })

  it('passes over case and accents', () => {
    expect(names('EVI')).toEqual(['Évidence'])
  })

  it('keeps all in their order while nothing is typed', () => {
    expect(names(' ')).toEqual(tags.map(({ name }) => name))
  })
})

describe('isNameOf', () => {
  it('knows a whole name only', () => {
    expect(isNameOf(tags, ' claim ')).toBe(true)
    expect(isNameOf(tags, 'clai')).toBe(false)
  })
})
