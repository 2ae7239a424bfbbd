import { expect, test } from 'vitest'
import type { AnnotatorId, DocumentId } from '../../../preload/contract/ids.ts'
import { type ExportForm, problemIn, toChoice, toggled } from './export-form.ts'

const [first, second] = [1 as DocumentId, 2 as DocumentId]
const form: ExportForm = {
  format: 'csv',
  whose: 'all',
  annotators: [7 as AnnotatorId],
  which: 'all',
  documents: [first],
  withOriginals: false,
}

test('it asks for all, whatever was picked before', () => {
  expect(toChoice(form, [second])).toEqual({
    format: 'csv',
    annotatorIds: null,
    documentIds: null,
    withOriginals: false,
  })
})

test('it asks for what was picked, or for what is open', () => {
  expect(toChoice({ ...form, whose: 'some', which: 'some' }, [second])).toMatchObject({
    annotatorIds: [7],
    documentIds: [first],
  })
  expect(toChoice({ ...form, which: 'open' }, [second]).documentIds).toEqual([second])
})

test('it wants something picked', () => {
  expect(problemIn(toChoice(form, []))).toBe('')
  expect(problemIn(toChoice({ ...form, which: 'some', documents: [] }, []))).toContain('document')
  expect(problemIn(toChoice({ ...form, whose: 'some', annotators: [] }, []))).toContain('annotator')
})

test('it puts in and takes out', () => {
  expect(toggled(toggled([first], second), first)).toEqual([second])
})
