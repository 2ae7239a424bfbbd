import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LineIds } from './line-ids.ts'

it('the ids of lines lead back to the lines, and no other id does', () => {
  const files = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(5)), { selector: ([file]) => file })
  fc.assert(
    fc.property(files, fc.string(), (given, other) => {
      const ids = new LineIds('T')
      const all: [ours: string, theirs: string][] = []
      for (const [file, lines] of given) {
        ids.begin(file)
        for (let line = 1; line <= lines; line += 1) {
          all.push([`our ${all.length}`, `${file}#T${line}`])
          ids.add(all.at(-1)![0])
        }
      }
      expect(ids.size).toBe(all.length)
      for (const [number, [ours, theirs]] of all.entries()) {
        expect(ids.get(ours)).toBe(theirs)
        expect(ids.numberOf(ours)).toBe(number)
        expect(ids.numberRead(theirs)).toBe(number)
      }
      expect(ids.get('another')).toBeUndefined()
      for (const [file, lines] of given) {
        for (const end of ['T0', `T${lines + 1}`, 'R1', 'T', 'T1x', 'T01', other]) {
          const theirs = `${file}#${end}`
          if (!all.some(([, known]) => known === theirs)) expect(ids.numberRead(theirs)).toBeUndefined()
        }
      }
    }),
  )
})
