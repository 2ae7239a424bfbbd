import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitNames } from './columns.ts'
import { type Group, splitGroups } from './splits.ts'

const group = fc.record({
  name: fc.string({ minLength: 1, maxLength: 8 }),
  documents: fc.nat(6),
  work: fc.nat(200),
  pairs: fc.nat(3),
})
const groups: fc.Arbitrary<Group[]> = fc.uniqueArray(group, { selector: ({ name }) => name, maxLength: 60 })
const shares = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.nat(100))
  .map(([train, rest]) => ({ train, dev: Math.floor(((100 - train) * rest) / 100) }))
  .map(({ train, dev }) => ({ train, dev, test: 100 - train - dev }))
const usual = { train: 80, dev: 10, test: 10 }

it('gives every group to one split, whatever order they come in, and the same for the same seed', () => {
  fc.assert(
    fc.property(groups, shares, fc.nat(), fc.infiniteStream(fc.nat()), (all, asked, seed, chances) => {
      const { splitOf } = splitGroups(all, asked, seed)
      expect([...splitOf.keys()].sort()).toEqual(all.map(({ name }) => name).sort())
      const shuffled = all
        .map((one) => ({ one, chance: chances.next().value }))
        .sort((a, b) => a.chance - b.chance)
        .map(({ one }) => one)
      expect(new Map([...splitGroups(shuffled, asked, seed).splitOf].sort())).toEqual(
        new Map([...splitOf].sort()),
      )
      for (const split of splitOf.values()) expect(asked[split]).toBeGreaterThan(0)
    }),
  )
})

it('is off by no more than the largest group', () => {
  fc.assert(
    fc.property(groups, shares, fc.nat(), (all, asked, seed) => {
      const { splitOf } = splitGroups(all, asked, seed)
      const sum = (of: readonly Group[], what: 'documents' | 'work') =>
        of.reduce((total, one) => total + one[what], 0)
      const [documents, work] = [sum(all, 'documents'), sum(all, 'work')]
      const weight = (of: readonly Group[]) =>
        sum(of, 'documents') * Math.max(1, work) + sum(of, 'work') * Math.max(1, documents)
      const largest = Math.max(0, ...all.map((one) => weight([one])))
      for (const split of splitNames) {
        const held = weight(all.filter(({ name }) => splitOf.get(name) === split))
        expect(held - (asked[split] * weight(all)) / 100).toBeLessThanOrEqual(largest)
      }
    }),
  )
})

it('gives other splits for another seed', () => {
  const all = Array.from({ length: 40 }, (_, at) => ({ name: `g${at}`, documents: 1, work: 5, pairs: 0 }))
  const one = splitGroups(all, usual, 1)
  expect(one.notes).toEqual([])
  expect([...one.splitOf.values()].filter((split) => split === 'test')).toHaveLength(4)
  expect([...splitGroups(all, usual, 2).splitOf]).not.toEqual([...one.splitOf])
})

it('says where a group is larger than a split allows', () => {
  const all = [
    { name: 'large', documents: 95, work: 950, pairs: 0 },
    ...Array.from({ length: 5 }, (_, at) => ({ name: `g${at}`, documents: 1, work: 10, pairs: 0 })),
  ]
  expect(splitGroups(all, usual, 1).notes).toEqual([
    'The splits are train 95 %, dev 3 %, test 2 % instead of 80/10/10: the largest group of documents that belong together is 95 % of all and is not parted.',
  ])
})

it('deals a small set out to all splits, and says that documents are large only where they are', () => {
  const single = (name: string, work = 5) => ({ name, documents: 1, work, pairs: 0 })
  const { splitOf, notes } = splitGroups(
    ['a', 'b', 'c'].map((name) => single(name)),
    usual,
    1,
  )
  expect(new Set(splitOf.values())).toEqual(new Set(splitNames))
  expect(notes).toEqual([
    'The splits are train 33 %, dev 33 %, test 33 % instead of 80/10/10: one document with its annotations is 33 % of all.',
  ])
})

it('says where documents were dealt out, but nothing that is annotated', () => {
  const empty = Array.from({ length: 60 }, (_, at) => ({ name: `g${at}`, documents: 1, work: 0, pairs: 0 }))
  const annotated = { name: 'annotated', documents: 20, work: 60, pairs: 0 }
  expect(splitGroups([annotated, ...empty], usual, 1).notes.at(-1)).toBe(
    'Nothing in dev and test is annotated: all annotations stand in one group of documents that belong together.',
  )
  expect(splitGroups(empty, usual, 1).notes).toEqual([])
})

it('gives large and small groups to each split', () => {
  const large = Array.from({ length: 20 }, (_, at) => ({
    name: `large ${at}`,
    documents: 3,
    work: 40,
    pairs: 0,
  }))
  const small = Array.from({ length: 100 }, (_, at) => ({
    name: `small ${at}`,
    documents: 1,
    work: 8,
    pairs: 0,
  }))
  const { splitOf, notes } = splitGroups([...large, ...small], usual, 1)
  expect(notes).toEqual([])
  for (const split of splitNames) expect(large.some(({ name }) => splitOf.get(name) === split)).toBe(true)
})

it('leaves no split without claim pairs where enough groups have them, and says where it must', () => {
  const plain = Array.from({ length: 30 }, (_, at) => ({
    ...{ name: `plain ${at}`, documents: 1, work: 200 },
    pairs: 0,
  }))
  const paired = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `pair ${at}`, documents: 1, work: 20, pairs: 2 }))
  const splitsOfPairs = (count: number, seed: number) => {
    const { splitOf } = splitGroups([...plain, ...paired(count)], usual, seed)
    return paired(count).map(({ name }) => splitOf.get(name))
  }
  for (let seed = 1; seed <= 20; seed++) {
    for (const count of [3, 4, 10]) expect(new Set(splitsOfPairs(count, seed)).size).toBe(3)
  }
  expect(splitsOfPairs(10, 1).filter((split) => split === 'train').length).toBeGreaterThan(4)
  expect(splitGroups([...plain, ...paired(1)], usual, 1).notes).toEqual([
    'There are no claim pairs in dev and test: all of them stand in one group of documents that belong together.',
  ])
})

it('leaves no split empty of claim pairs whatever the groups', () => {
  fc.assert(
    fc.property(groups, shares, fc.nat(), (all, asked, seed) => {
      const { splitOf } = splitGroups(all, asked, seed)
      const paired = all.filter(({ documents, pairs }) => documents > 0 && pairs > 0)
      const wanted = splitNames.filter((split) => asked[split] > 0)
      fc.pre(paired.length >= wanted.length)
      expect(new Set(paired.map(({ name }) => splitOf.get(name))).size).toBe(wanted.length)
    }),
  )
})
