import { expect, test } from 'vitest'
import { cuesFrom, listFor, listsFor } from './cue-lists.ts'

const english = { language: 'en', denial: ['not'], contrast: ['but'], isOwn: false }

test('every language of a document has a list, the usual ones first', () => {
  const lists = listsFor([english], ['en-GB', 'pl', '', 'pl', 'not a language'])
  expect(lists.map(({ language }) => language)).toEqual(['en', 'pl'])
  expect(listFor(lists, 'pl-PL').language).toBe('pl')
  expect(listFor(lists, 'xx').language).toBe('en')
})

test('cues are what stands between commas and line ends', () => {
  expect(cuesFrom('not,  did   not\nnever,, not')).toEqual(['not', 'did not', 'never'])
})
