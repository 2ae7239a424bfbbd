import { describe, expect, it } from 'vitest'
import { linkFrom, nodeSaying, types } from '../../argument-map/testing/maps.ts'
import { inWords } from './in-words.ts'

describe('a stop of the map in words', () => {
  it('has one full stop after a statement that brings its own', () => {
    const nodes = [nodeSaying(1, 'The tram pays.'), nodeSaying(2, 'It never does.')]
    const map = { nodes, links: [linkFrom(1, 'rebuts', 'c2', 'c1')], passages: 0, more: 0 }
    const told = inWords(map as never, types as never, 'c1')
    expect(told).toMatch(/^The tram pays\. \S/)
    expect(told).not.toContain('..')
  })
})
