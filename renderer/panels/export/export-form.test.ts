import { expect, test } from 'vitest'
import type { AnnotatorId, DocumentId } from '../../../preload/contract/ids.ts'
import { workbench } from '../../store/workbench.ts'
import { type ExportForm, problemIn, toChoice } from './export-form.ts'
import { problemInTerms, startTerms, toTerms } from './terms-form.ts'

const [first, second] = [1 as DocumentId, 2 as DocumentId]
const form: ExportForm = {
  format: 'csv',
  whose: 'all',
  annotators: [7 as AnnotatorId],
  which: 'all',
  documents: [first],
  withOriginals: false,
  terms: startTerms,
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

test('it says the terms only to a format that asks for them', () => {
  const terms = { ...startTerms, texts: 'some' as const, withheld: [second], licence: ' CC-BY-4.0 ' }
  expect(toChoice({ ...form, terms }, [])).not.toHaveProperty('terms')
  expect(toChoice({ ...form, terms }, [], { asks: 'terms' }).terms).toMatchObject({
    ...{ withheld: [second], licence: 'CC-BY-4.0', seed: 1 },
    shares: { train: 80, dev: 10, test: 10 },
  })
  expect(toTerms({ ...terms, texts: 'none' })?.withheld).toBe('all')
  expect(toTerms({ ...terms, texts: 'all' })?.withheld).toEqual([])
})

test('it says what is shown only to copies to read', () => {
  const reading = { ...workbench.getState().print, tagIds: [] }
  expect(toChoice(form, [], { reading })).not.toHaveProperty('reading')
  const choice = toChoice(form, [], { asks: 'reading', reading })
  expect(choice.reading).toEqual(reading)
  expect(choice).not.toHaveProperty('paper')
  const paper = 'Letter'
  expect(toChoice(form, [], { asks: 'reading', endings: ['pdf'], reading, paper }).paper).toBe('Letter')
  expect(problemIn(choice)).toBe('Choose at least one tag.')
})

test.each([
  { split: '80/10' },
  { split: '80/10/20' },
  { split: '0/50/50' },
  { seed: '-1' },
  { seed: '4294967296' },
  { address: 'example' },
  { texts: 'some' as const },
])('it does not take %j, and says what would do', (wrong) => {
  expect(problemInTerms({ ...startTerms, ...wrong })).toMatch(
    /^(Texts|Train.*|Seed|Where.*): (Give|Choose) .+\.$/,
  )
  expect(toTerms({ ...startTerms, ...wrong })).toBeUndefined()
})
