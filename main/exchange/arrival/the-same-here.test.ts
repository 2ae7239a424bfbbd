import { expect, it } from 'vitest'
import { type Named, theSameHere } from './the-same-here.ts'

const nothingKnown = (): boolean => false
const pairs = (arriving: Named[], known: Named[], isKnown: (id: string) => boolean = nothingKnown) =>
  Object.fromEntries(theSameHere(arriving, known, isKnown))

it('a name that is the very same goes before one that is only written otherwise', () => {
  const known = [
    { id: 'capital', name: 'PER' },
    { id: 'small', name: 'per' },
  ]
  expect(pairs([{ id: 'a', name: 'per' }], known)).toEqual({ a: 'small' })
  expect(pairs([{ id: 'a', name: 'Per' }], known)).toEqual({ a: 'capital' })
})

it('what another arrival is for certain is not offered for one that is written otherwise', () => {
  const arriving = [
    { id: 'a', name: 'per' },
    { id: 'b', name: 'PER' },
  ]
  expect(pairs(arriving, [{ id: 'own', name: 'PER' }])).toEqual({ b: 'own' })
  expect(
    pairs(
      [
        { id: 'a', name: 'per' },
        { id: 'own', name: 'Who' },
      ],
      [{ id: 'own', name: 'PER' }],
      (id) => id === 'own',
    ),
  ).toEqual({ own: 'own' })
})

it('goes down a tree of any depth, and round no circle', () => {
  const chain = (mark: string): Named[] =>
    Array.from({ length: 10_000 }, (_, at) => ({
      ...{ id: `${mark}${at}`, name: `Tag ${at % 10}` },
      parent: at === 0 ? null : `${mark}${at - 1}`,
    }))
  const same = theSameHere(chain('a'), chain('b').reverse(), nothingKnown)
  expect([...same]).toEqual(chain('a').map(({ id }) => [id, id.replace('a', 'b')]))

  const circle = (mark: string): Named[] => [
    { id: `${mark}1`, name: 'One', parent: `${mark}2` },
    { id: `${mark}2`, name: 'Two', parent: `${mark}1` },
  ]
  expect(pairs(circle('a'), circle('b'))).toEqual({ a1: 'b1', a2: 'b2' })
})

it('of several with one name each is the one in its own place of the tree', () => {
  const tree = (mark: string): Named[] => [
    { id: `${mark}1`, name: 'Person', parent: null },
    { id: `${mark}2`, name: 'Role', parent: null },
    { id: `${mark}3`, name: 'other', parent: `${mark}1` },
    { id: `${mark}4`, name: 'other', parent: `${mark}2` },
  ]
  expect(pairs(tree('a'), tree('b').reverse())).toEqual({ a1: 'b1', a2: 'b2', a3: 'b3', a4: 'b4' })
})
