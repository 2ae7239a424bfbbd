import { expect, test } from 'vitest'
import { checkStructure } from './check-structure.ts'
import type { StructuredText } from './text.ts'

const sound: StructuredText = {
  text: 'One 🚋\n\nTwo\nlines',
  blocks: [
    { kind: 'heading', level: 1, start: 0, end: 6 },
    { kind: 'paragraph', start: 7, end: 7 },
    { kind: 'paragraph', start: 8, end: 17 },
  ],
  marks: [{ kind: 'em', start: 4, end: 6 }],
  breaks: [{ kind: 'page', at: 8 }],
}

test('has nothing to object to a sound text, with an empty block and a line end inside another', () => {
  expect(checkStructure(sound)).toEqual([])
})

test.each<[string, Partial<StructuredText>, RegExp]>([
  ['half a surrogate pair', { text: 'One \ud83d!\n\nTwo\nlines' }, /half a surrogate/],
  ['a carriage return', { text: 'One 🚋\n\nTwo\rlines' }, /carriage return/],
  ['no block at all', { blocks: [] }, /no block/],
  ['a block that is missing', { blocks: sound.blocks.slice(0, 2) }, /blocks end at 7, the text at 17/],
  ['a block that does not follow the one before', { blocks: sound.blocks.slice(1) }, /starts at 7 where 0/],
  ['blocks joined by something else', { text: 'One 🚋 \nTwo\nlines' }, /does not end at a line end/],
  ['a mark outside', { marks: [{ kind: 'em', start: 4, end: 18 }] }, /Mark 1 leaves/],
  ['a mark backwards', { marks: [{ kind: 'em', start: 4, end: 3 }] }, /Mark 1 leaves/],
  ['a mark that splits a pair', { marks: [{ kind: 'em', start: 5, end: 6 }] }, /Mark 1 splits/],
  ['a break outside', { breaks: [{ kind: 'page', at: 18 }] }, /Break 1 leaves/],
  ['a break that splits a pair', { breaks: [{ kind: 'page', at: 5 }] }, /Break 1 splits/],
])('names %s', (_, change, problem) => {
  expect(checkStructure({ ...sound, ...change }).join(' ')).toMatch(problem)
})
