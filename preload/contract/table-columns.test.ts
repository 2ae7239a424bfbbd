import { expect, test } from 'vitest'
import type { ColumnUse } from './file-reading.ts'
import { withUse } from './table-columns.ts'

const field = (name: string): ColumnUse => ({ as: 'field', field: name })
const names = ['Letter', 'Comment', 'comment']

test('a column that was the text becomes a field of its own name, and nothing else changes', () => {
  const uses = [field('Letter'), { as: 'text' } as const, field('comment')]
  const text: ColumnUse = { as: 'text' }
  expect(withUse(uses, { at: 0, use: text, names, hasHead: true })).toEqual([
    text,
    field('Comment'),
    field('comment'),
  ])
  expect(withUse(uses, { at: 0, use: text, names, hasHead: false })[1]).toEqual({ as: 'nothing' })
  expect(withUse(uses, { at: 1, use: { as: 'nothing' }, names, hasHead: true })[0]).toEqual(field('Letter'))
})

test('a name that another column has is numbered', () => {
  const uses = [field('date'), field('Comment'), { as: 'nothing' } as const]
  expect(withUse(uses, { at: 2, use: field('date'), names: ['date', 'b', 'c'], hasHead: true })).toEqual([
    field('date 2'),
    field('Comment'),
    field('date'),
  ])
})
