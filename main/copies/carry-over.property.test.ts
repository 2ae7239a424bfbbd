import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carrier } from './carry-over.ts'

const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })
// Words that are all different, so that there is one right place; some with signs outside of the BMP beside them.
const words = fc.uniqueArray(
  fc.array(fc.constantFrom(...'abcdefghij'), { minLength: 2, maxLength: 6 }).map((signs) => signs.join('')),
  { minLength: 6, maxLength: 40 },
)
const signs = fc.constantFrom(' ', ', ', ' 😀 ', ' “', '” ', ' — ')

const built = fc.tuple(words, fc.array(signs, { minLength: 40, maxLength: 40 })).map(([words, between]) => {
  let text = ''
  const spans = words.map((word, at) => {
    const start = text.length
    text += word
    const span = { start, end: text.length }
    text += between[at]
    return span
  })
  return { text, words, spans }
})

test('the words of an annotation are the words of what is carried over, to the code unit', () => {
  fc.assert(
    fc.property(built, fc.nat(), fc.nat(), fc.string(), (one, x, y, before) => {
      const [first, last] = [x % one.words.length, y % one.words.length].sort((a, b) => a - b) as [
        number,
        number,
      ]
      const span = { start: one.spans[first]!.start, end: one.spans[last]!.end }
      const lead = `${before.replace(/[\p{L}\p{N}\p{M}_\p{Cf}]/gu, '')} zzz `
      const copy = lead + one.text
      const carried = carrier(whole(one.text), whole(copy))([span])
      expect(carried).toMatchObject({ isCertain: true, words: last - first + 1, same: last - first + 1 })
      expect(carried!.spans).toEqual([{ start: span.start + lead.length, end: span.end + lead.length }])
    }),
  )
})

test('where words were changed it begins and ends with those in their place, and says so', () => {
  fc.assert(
    fc.property(built, fc.nat(), (one, x) => {
      const at = x % one.words.length
      const changed = `${one.text.slice(0, one.spans[at]!.start)}zzzzzzz${one.text.slice(one.spans[at]!.end)}`
      const span = { start: one.spans[0]!.start, end: one.spans.at(-1)!.end }
      const carried = carrier(whole(one.text), whole(changed))([span])!
      expect(carried.isCertain).toBe(false)
      expect(carried.same).toBe(one.words.length - 1)
      expect(changed.slice(carried.spans[0]!.start, carried.spans[0]!.end)).toBe(
        changed.slice(0, span.end + changed.length - one.text.length),
      )
    }),
  )
})

test('of words that are not there nothing is carried over', () => {
  const from = 'the tram pays for itself within ten years, says the council'
  const carry = carrier(whole(from), whole('says the council, and the mayor'))
  expect(carry([{ start: 0, end: 41 }])).toBeNull()
})

test('the marks around an annotation come too where they are the same', () => {
  const from = 'He said: “It pays.” Then he left.'
  const to = 'Yesterday he said: “It pays.” Then he went.'
  const quoted = { start: from.indexOf('“'), end: from.indexOf('”') + 1 }
  const [span] = carrier(whole(from), whole(to))([quoted])!.spans
  expect(to.slice(span!.start, span!.end)).toBe('“It pays.”')
})
