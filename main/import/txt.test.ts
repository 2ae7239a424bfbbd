import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../preload/contract/check-structure.ts'
import { decode } from './decode.ts'
import { parseTxt } from './txt.ts'

const paragraphsOf = (text: string) => parseTxt(text).blocks.map(({ start, end }) => text.slice(start, end))

const wrapped = `The council says that the new tram line will pay for itself within ten
years, because fewer buses will be needed on the ring road and because
more people will come to the shops in the old town.

The residents’ association doubts this. It has counted the passengers
of the present buses for a month, morning and evening, and has found
fewer than half of those that the council assumes.
   A third report is due in May. It was ordered by the county and is to
compare both counts with those of the railway, which runs beside the
planned line for most of the way.
`

test('makes a paragraph of each line, blank ones included', () => {
  expect(paragraphsOf('Title\n\n  Text. \nMore\n')).toEqual(['Title', '', '  Text. ', 'More', ''])
})

test('makes a paragraph of each run of lines that were broken at a width', () => {
  const lines = wrapped.split('\n')
  expect(paragraphsOf(wrapped)).toEqual([
    lines.slice(0, 3).join('\n'),
    '',
    lines.slice(4, 7).join('\n'),
    lines.slice(7, 10).join('\n'),
    '',
  ])
})

test('does not take short lines under each other for a broken paragraph', () => {
  const head =
    'Council of Elmwood\nPress office\n12 Mill Lane\n17 January 2020\nTelephone: 5550 123\n\nStatement\n'
  const verse = 'The tram goes up,\nThe tram goes down,\nIt takes the Mayor\nAll through the town.\n'
  expect(paragraphsOf(head)).toEqual(head.split('\n'))
  expect(paragraphsOf(verse)).toEqual(verse.split('\n'))
})

test('lets a page begin after a form feed, which stays in the text', () => {
  const parsed = parseTxt('one\ftwo\n\fthree')
  expect(parsed.text).toBe('one\ftwo\n\fthree')
  expect(parsed.breaks).toEqual([
    { kind: 'page', at: 4 },
    { kind: 'page', at: 9 },
  ])
})

test('changes nothing but line ends in any text, and keeps every rule of the model', () => {
  const line = fc.string({
    unit: fc.constantFrom('a', 'B', ' ', '.', 'é', '🚋', '\t', '\f', '\u2028', '\u202e'),
  })
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(fc.array(fc.tuple(line, lineEnd)), line, (lines, last) => {
      const written = lines.map((parts) => parts.join('')).join('') + last
      const { text } = decode(Buffer.from(written), { chosen: 'utf-8', declared: null })
      const parsed = parseTxt(text)
      expect(parsed.text).toBe(written.replace(/\r\n?/g, '\n'))
      expect(checkStructure(parsed)).toEqual([])
    }),
  )
})

test('keeps the rules in texts wrapped at any width', () => {
  const words = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }), {
    maxLength: 300,
  })
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 130 }), (words, width) => {
      let column = 0
      const text = words
        .map((word) => {
          column += word.length + 1
          if (column <= width) return `${word} `
          column = 0
          return `${word}\n`
        })
        .join('')
      expect(checkStructure(parseTxt(text))).toEqual([])
    }),
  )
})
