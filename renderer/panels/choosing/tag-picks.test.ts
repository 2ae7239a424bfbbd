import { describe, expect, it } from 'vitest'
import type { Tag } from '../../../preload/contract/tag.ts'
import { fittingTags, isNameOf, placeInTree } from './tag-picks.ts'

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

describe('placeInTree', () => {
  it('names what a tag stands below, from the top', () => {
    const tree = [
      { id: 1, name: 'Claim', parentId: null },
      { id: 2, name: 'Borders', parentId: 1 },
      { id: 3, name: 'By force', parentId: 2 },
    ] as unknown as Tag[]
    const places = tree.map((one) => placeInTree(new Map(tree.map((each) => [each.id, each])), one))
    expect(places).toEqual(['', 'Claim', 'Claim › Borders'])
  })
})

describe('isNameOf', () => {
  it('knows a whole name only', () => {
    expect(isNameOf(tags, ' claim ')).toBe(true)
    expect(isNameOf(tags, 'clai')).toBe(false)
  })
})
