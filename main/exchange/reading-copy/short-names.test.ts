import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortNames } from './short-names.ts'

const of = (...names: string[]) => [...shortNames(names.map((name, id) => ({ id, name }))).values()]

it('takes the first letters', () => {
  expect(of('Claim', 'Rebuttal', 'Counter-claim', 'Évidence')).toEqual(['Cl', 'Re', 'CC', 'Év'])
})

it('takes more where two tags would be called the same', () => {
  expect(of('Claim', 'Clarification', 'Cl')).toEqual(['Cl', 'Cla', 'Cl2'])
})

it('never calls two tags the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 20 }), (names) => {
      const short = of(...names)
      expect(new Set(short.map((name) => name.toLowerCase())).size).toBe(names.length)
      for (const name of short) expect(name).not.toBe('')
    }),
  )
})
