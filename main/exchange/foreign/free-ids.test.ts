import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FreeIds } from './free-ids.ts'

test('gives each id once, with the first number that is free', () => {
  const wanted = fc.constantFrom('a', 'a 2', 'a 2 2', 'a 3', 'b')
  fc.assert(
    fc.property(fc.array(wanted), (all) => {
      const ids = new FreeIds()
      const taken: string[] = []
      for (const one of all) {
        const free = [one, ...all.map((_, at) => `${one} ${at + 2}`)].find((id) => !taken.includes(id))
        expect(ids.take(one)).toBe(free)
        expect(ids.has(free!)).toBe(true)
        taken.push(free!)
      }
    }),
  )
})

test('gives them to two hundred thousand that want the same one without looking through all', () => {
  const ids = new FreeIds('~')
  for (let at = 1; at < 200_000; at++) ids.take('same')
  expect(ids.take('same')).toBe('same~200000')
})
