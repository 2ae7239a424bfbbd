import { expect, it } from 'vitest'
import { mergedMap } from './merged-map.ts'

const ours = new Map<string, unknown>([
  ['language', 'en'],
  ['score', 1.5],
  ['outlet', 'Courier'],
])

it('keeps ours where another program changed nothing, and what its file never held', () => {
  const before = '[["score","1.5"],["outlet","Courier"]]'
  const theirs = new Map([
    ['outlet', 'Radio'],
    ['id', '7'],
    ['score', '1.5'],
  ])
  expect([...mergedMap(ours, theirs, before)]).toEqual([
    ['language', 'en'],
    ['score', 1.5],
    ['outlet', 'Radio'],
    ['id', '7'],
  ])
})

it('lacks what another program took away', () => {
  const merged = mergedMap(ours, new Map([['score', '1.5']]), '[["outlet","Courier"],["score","1.5"]]')
  expect([...merged.keys()]).toEqual(['language', 'score'])
})

it('is theirs where only a hash of what stood there was kept', () => {
  const theirs = new Map([['outlet', 'Radio']])
  expect(mergedMap(ours, theirs, '{"hash":"0123"}')).toBe(theirs)
})
