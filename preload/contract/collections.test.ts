import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CollectionName, collectionsOf, withCollections } from './collections.ts'

test('names are parted by semicolons, with or without spaces, each counted once', () => {
  expect(collectionsOf({ collections: 'Press; Field trip' })).toEqual(['Press', 'Field trip'])
  expect(collectionsOf({ collections: ' Press;;Trip ;Press; ' })).toEqual(['Press', 'Trip'])
  expect(collectionsOf({ outlet: 'x' })).toEqual([])
})

test('what is put in is read again, and none leaves no field behind', () => {
  const name = fc.string({ unit: 'grapheme' }).filter((text) => CollectionName.safeParse(text).success)
  fc.assert(
    fc.property(fc.uniqueArray(name.map((text) => text.trim())), (names) => {
      expect(collectionsOf(withCollections({ outlet: 'x' }, names))).toEqual(names)
    }),
  )
  expect(withCollections({ outlet: 'x', collections: 'Press' }, [])).toEqual({ outlet: 'x' })
})
