import { expect, it } from 'vitest'
import type { Block } from '../../../preload/contract/text.ts'
import { numberVerse } from './verse-numbers.ts'

/** The numbers of these blocks; what begins with “# ” is a heading, all else verse. */
function numbersOf(...texts: string[]): string[] {
  let start = 0
  const blocks = texts.map((text): Block => {
    const extent = { start, end: start + text.length }
    start = extent.end + 1
    return text.startsWith('# ') ? { kind: 'heading', level: 1, ...extent } : { kind: 'verse', ...extent }
  })
  return blocks.map(numberVerse(texts.join('\n')))
}

it('numbers every fifth line', () => {
  const lines = Array.from({ length: 11 }, (_, i) => `line ${i + 1}`)
  expect(numbersOf(...lines)).toEqual(['', '', '', '', '5', '', '', '', '', '10', ''])
})

it('begins anew after anything but verse', () => {
  expect(numbersOf('a', 'b', 'c', 'd', '# e', 'f', 'g')).toEqual(['', '', '', '', '', '', ''])
})

it('counts the lines of a stanza, and not those without words', () => {
  expect(numbersOf('a\nb\nc', '', 'd', 'e\nf')).toEqual(['', '', '', '5'])
  expect(numbersOf('a\n\nb', 'c', 'd', '', 'e')).toEqual(['', '', '', '', '5'])
})
