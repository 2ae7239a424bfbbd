import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportedFile } from '../../../preload/contract/document.ts'
import { remarksOf } from './remarks.ts'

const file = (name: string, notes: string[]): ImportedFile => ({
  ...{ name, path: name, notes, outcome: 'imported', documentIds: [], problem: '' },
})

test('a remark that many files share stands once, before those on single files', () => {
  const files = ['a', 'b', 'c', 'd'].map((name) => file(name, ['Its date is guessed.', `Left out: ${name}`]))
  files.push(file('e', ['Its date is guessed.']))
  expect(remarksOf(files)).toEqual([
    { note: 'Its date is guessed.', files },
    ...files.slice(0, 4).map((one) => ({ file: one, notes: [`Left out: ${one.name}`] })),
  ])
  expect(remarksOf(files.slice(0, 3))).toEqual(
    files.slice(0, 3).map((one) => ({ file: one, notes: one.notes })),
  )
})

test('no remark is lost, and none is told twice of a file', () => {
  const notes = fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four'))
  fc.assert(
    fc.property(fc.array(notes, { maxLength: 12 }), (all) => {
      const files = all.map((own, at) => file(`${at}`, own))
      const told = remarksOf(files).flatMap((remark) =>
        'file' in remark
          ? remark.notes.map((note) => `${remark.file.name} ${note}`)
          : remark.files.map(({ name }) => `${name} ${remark.note}`),
      )
      expect(told.sort()).toEqual(
        files.flatMap(({ name, notes }) => notes.map((note) => `${name} ${note}`)).sort(),
      )
    }),
  )
})
