import { expect, it } from 'vitest'
import { headCells } from './table-heads.ts'
import type { Block, StructuredText } from './text.ts'

/** A table of rows of words; `bold` are the cells that are bold as a whole. */
function table(rows: readonly string[][], bold: readonly string[] = []) {
  const blocks: Block[] = []
  const marks: StructuredText['marks'] = []
  let text = ''
  for (const [row, cells] of rows.entries()) {
    for (const [column, words] of cells.entries()) {
      if (blocks.length > 0) text += '\n'
      const [start, end] = [text.length, text.length + words.length]
      blocks.push({ kind: 'table-cell', row, column, start, end })
      if (bold.includes(words)) marks.push({ kind: 'strong', start, end })
      text += words
    }
  }
  return { text, blocks, marks }
}

const heads = (...of: Parameters<typeof table>) => [...headCells(table(...of))]

it('a row of words above figures is a head', () => {
  expect(
    heads([
      ['Month', 'Carts'],
      ['May', '1,204'],
      ['June', '998 %'],
    ]),
  ).toEqual([0, 1])
  expect(
    heads([
      ['', '2023'],
      ['May', '1,204'],
    ]),
  ).toEqual([])
})

it('so is a bold row above others', () => {
  expect(
    heads(
      [
        ['Who', 'Says'],
        ['Council', 'yes'],
        ['Guild', 'no'],
      ],
      ['Who', 'Says'],
    ),
  ).toEqual([0, 1])
  expect(
    heads(
      [
        ['Who', 'Says'],
        ['Council', 'yes'],
      ],
      ['Who', 'Says', 'Council', 'yes'],
    ),
  ).toEqual([])
})

it('a table of words alone, a single row, a single column and long cells have none', () => {
  expect(
    heads([
      ['Council', 'yes'],
      ['Guild', 'no'],
    ]),
  ).toEqual([])
  expect(heads([['Month', 'Carts']])).toEqual([])
  expect(heads([['Carts'], ['12']])).toEqual([])
  expect(
    heads([
      ['It was said at length that '.repeat(4), 'Carts'],
      ['x', '12'],
    ]),
  ).toEqual([])
})
