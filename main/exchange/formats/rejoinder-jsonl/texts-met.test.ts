import { expect, it } from 'vitest'
import { codePointsOf } from '../../code-points.ts'
import { plainText } from '../plain-text.ts'
import { textsMet } from './texts-met.ts'

/** Eight texts of a million code units, and how often each was fetched from where it was put. */
function eight() {
  const fetched = new Map<string, number>()
  const text = (id: string): string => id.repeat(1_000_000)
  const texts = textsMet({
    text: ({ text: words, ...rest }) => ({
      ...rest,
      get text() {
        const id = words[0]!
        fetched.set(id, (fetched.get(id) ?? 0) + 1)
        return words
      },
    }),
  })
  const ids = [...'abcdefgh']
  for (const id of ids) texts.add(id, plainText(text(id)), codePointsOf(text(id)))
  return { texts, ids, text, fetched }
}

it('fetches each text once for all that stands in it', () => {
  const { texts, ids, text, fetched } = eight()
  for (const id of ids) {
    for (let time = 0; time < 100; time++) expect(texts.find(id)!.text === text(id)).toBe(true)
  }
  expect([...fetched.values()]).toEqual(ids.map(() => 1))
})

it('holds no more than the latest', () => {
  const { texts, fetched } = eight()
  expect(texts.find('h')!.points.length).toBe(1_000_000)
  expect(fetched.has('h')).toBe(false)
  texts.find('a')
  texts.find('b')
  texts.find('g')
  texts.find('a')
  expect(Object.fromEntries(fetched)).toEqual({ a: 1, b: 1 })
  for (const id of 'cdef') texts.find(id)
  texts.find('a')
  expect(fetched.get('a')).toBe(2)
})
