import { expect, test } from 'vitest'
import { problemIn, toChange, toChangeOfMany, toForm } from './details-form.ts'

const details = {
  title: 'Statement',
  status: 'to-do' as const,
  metadata: { author: 'Council', date: '2021-05', archive: 'Box 4' } as Record<string, string>,
}
const other = {
  title: 'Answer',
  status: 'done' as const,
  metadata: { author: 'Council', date: '2022', shelf: 'B' } as Record<string, string>,
}
const form = toForm([details])
const both = toForm([details, other])

test('it changes nothing when nothing was changed', () => {
  expect(toChange(details, form)).toEqual({})
  expect(toChangeOfMany([details, other], both)).toEqual({})
})

test('it keeps the fields that are the user’s own', () => {
  expect(toChange(details, { ...form, known: { ...form.known, outlet: ' Gazette ' } })).toEqual({
    metadata: { author: 'Council', date: '2021-05', outlet: 'Gazette', archive: 'Box 4' },
  })
})

test('it leaves out what was emptied, and rows without a name', () => {
  const change = toChange(details, {
    ...form,
    known: { ...form.known, author: '' },
    own: [{ row: 7, was: 'archive', name: ' ', value: 'x' }],
  })
  expect(change).toEqual({ metadata: { date: '2021-05' } })
})

test('of many it shows what they share, and changes only what was written', () => {
  expect(both.known).toMatchObject({ author: 'Council', date: null, outlet: '' })
  expect(both.status).toBeNull()
  expect(both.own.map(({ name, value }) => [name, value])).toEqual([
    ['archive', null],
    ['shelf', null],
  ])
  const edited = { ...both, known: { ...both.known, outlet: 'Gazette', language: 'German' } }
  expect(toChangeOfMany([details, other], edited)).toEqual({
    fields: { outlet: 'Gazette', language: 'de' },
  })
  expect(
    toChangeOfMany([details, other], { ...both, status: 'done', known: { ...both.known, date: '' } }),
  ).toEqual({ status: 'done', fields: { date: '' } })
})

test('of many it renames, removes and adds fields', () => {
  const [archive] = both.own
  const own = [
    { ...archive!, name: 'box' },
    { row: 9, was: '', name: 'genre', value: 'letter' },
  ]
  expect(toChangeOfMany([details, other], { ...both, own })).toEqual({
    renamed: { archive: 'box' },
    fields: { genre: 'letter', shelf: '' },
  })
})

test('it asks for a title, a readable date, and names that differ', () => {
  expect(problemIn(form)).toBe('')
  expect(problemIn(both)).toBe('')
  expect(problemIn({ ...form, title: ' ' })).toContain('title')
  expect(problemIn({ ...form, known: { ...form.known, date: 'May' } })).toContain('2021-05')
  const row = { row: 0, was: '', value: '' }
  expect(problemIn({ ...form, own: [{ ...row, name: 'date' }] })).toContain('name')
  expect(
    problemIn({
      ...form,
      own: [
        { ...row, name: 'a' },
        { ...row, row: 1, name: 'a' },
      ],
    }),
  ).toContain('name')
})
