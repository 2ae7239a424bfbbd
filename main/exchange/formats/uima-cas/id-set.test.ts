import fc from 'fast-check'
import { expect, it } from 'vitest'
import { IdSet } from './id-set.ts'

it('knows each id that it was given, also those that are no plain numbers', () => {
  const id = fc.oneof(
    fc.nat({ max: 40 }).map(String),
    fc.nat().map(String),
    fc.constantFrom(
      '',
      '0',
      '00',
      '07',
      '7',
      '-7',
      '7.0',
      '1e3',
      ' 7',
      '999999999',
      '1000000000',
      'seven',
      '７',
    ),
  )
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
      const [set, known] = [new IdSet(), new Set<string>()]
      for (const one of ids) {
        expect(set.add(one)).toBe(!known.has(one))
        known.add(one)
      }
    }),
  )
})
