import { expect, test } from 'vitest'
import type { DocumentDetails } from '../../../preload/contract/document.ts'
import { problemIn, toChange, toForm } from './details-form.ts'

const details = {
  title: 'Statement',
  status: 'to-do',
  metadata: { author: 'Council', date: '2021-05', archive: 'Box 4' },
} as unknown as DocumentDetails

test('it changes nothing when nothing was changed', () => {
  expect(toChange(details, toForm(details))).toEqual({})
})

test('it keeps the fields that are the user’s own', () => {
  const form = toForm(details)

  expect(toChange(details, { ...form, known: { ...form.known, outlet: ' Gazette ' } })).toEqual({
    metadata: { author: 'Council', date: '2021-05', outlet: 'Gazette', archive: 'Box 4' },
  })
})

test('it leaves out what was emptied, and rows without a name', () => {
  const form = toForm(details)
  const change = toChange(details, {
    ...form,
    known: { ...form.known, author: '' },
    own: [{ row: 7, name: ' ', value: 'x' }],
  })

  expect(change).toEqual({ metadata: { date: '2021-05' } })
})

test('it asks for a title, a readable date, and names that differ', () => {
  const form = toForm(details)

  expect(problemIn(form)).toBe('')
  expect(problemIn({ ...form, title: ' ' })).toContain('title')
  expect(problemIn({ ...form, known: { ...form.known, date: 'May' } })).toContain('2021-05')
  expect(problemIn({ ...form, own: [{ row: 0, name: 'date', value: '' }] })).toContain('name')
  expect(
    problemIn({
      ...form,
      own: [
        { row: 0, name: 'a', value: '' },
        { row: 1, name: 'a', value: '' },
      ],
    }),
  ).toContain('name')
})
